/**
 * What a screen reader is given of each view, kept as text in `trees/` and compared: a role, a name or an order that changes
 * is seen in review as a changed line. SAMSYN_BLESS=1 writes them anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What differs from run to run, and the mark that stands for it. */
const volatile = [
    [/AGE-SECRET-KEY-1[0-9A-Z]+/g, "<key>"],
    [/age1[0-9a-z]{20,}/g, "<key>"],
    [/\b(?:[0-9A-Z]{4,8}-){4,}[0-9A-Z]{2,8}\b/g, "<key>"],
    [/(?:\/[\w.-]+)*\/\.tmp\w+(?:\/[\w.-]+)*/g, "<folder>"],
    [/\b[0-9a-f]{64}\b/g, "<hash>"],
    [/\b\d+([,.]\d+)? (?:kB|MB|GB|byte)\b/g, "<size>"],
    // The recovery key as it is shown, a group an item; one that reads as a number stands in quotes.
    [/(?<=^\s*- listitem: )"?[0-9A-Z]{4}"?$/gm, "<key>"],
];

/** A control that a screen reader can say nothing of. */
const nameless = /^\s*- (?:button|link|textbox|searchbox|checkbox|radio|combobox|spinbutton|slider|switch|tab|dialog|img)(?: \[[^\]]*\])*:?(?! ")(?:$| )/;

const path = (walk, view) => new URL(`trees/${walk}/${view}.yml`, import.meta.url);

function kept(walk, view) {
    try {
        return readFileSync(path(walk, view), "utf8");
    } catch {
        return null;
    }
}

/** The first line that differs, with its number. */
function difference(was, is) {
    const [before, after] = [was.split("\n"), is.split("\n")];
    const at = after.findIndex((line, index) => line !== before[index]);
    const line = at < 0 ? after.length : at;
    return `line ${line + 1} was\n    ${before[line] ?? "(nothing)"}\nand is\n    ${after[line] ?? "(nothing)"}`;
}

/** What was said last is no part of a view: it comes and goes by itself. */
const passing = /^- status/;

/** What surrounds every view is kept once, as the view `frame`, so that a new entry of the menu changes one tree and not all. */
const frame = /^- (?:banner|contentinfo|link "Hoppa)/;

/** What the view is to a screen reader, with marks for what differs from run to run; addresses are shown to nobody. */
async function treeOf(page, view) {
    // The words of a paper come some time after the paper.
    await page.waitForFunction(() => document.querySelector(".textLayer:empty") === null);
    const lines = (await page.locator("body").ariaSnapshot()).split("\n").filter((line) => !/^\s*- \/url:/.test(line) && !passing.test(line));
    let surrounds = false;
    const own = lines.filter((line) => {
        surrounds = line.startsWith("- ") ? frame.test(line) : surrounds;
        return view === "frame" || !surrounds;
    });
    return `${volatile.reduce((text, [what, mark]) => text.replaceAll(what, mark), own.join("\n"))}\n`;
}

/** Compares a view with what is kept of it; gives the faults. */
export async function compare(page, walk, view) {
    const tree = await treeOf(page, view);
    const faults = tree.split("\n").filter((line) => nameless.test(line)).map((line) => `${walk}, ${view}: a control without a name: ${line.trim()}`);
    if (process.env.SAMSYN_BLESS) {
        mkdirSync(dirname(path(walk, view).pathname), { recursive: true });
        writeFileSync(path(walk, view), tree);
        return faults;
    }
    const was = kept(walk, view);
    if (was === null) {
        faults.push(`${walk}, ${view}: no tree is kept of it; SAMSYN_BLESS=1 keeps one`);
    } else if (was !== tree) {
        faults.push(`${walk}, ${view}: a screen reader is given something else: ${difference(was, tree)}`);
    }
    return faults;
}
