/**
 * What holds for every view, in every way of looking at it: no violation that axe knows, no sideways scroll, nothing cut off,
 * nothing too small to hit, focus never behind something, one h1, a title that tells of nobody, and a name for each control.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { drawn } from "./browser.mjs";
import { clipped, covered, measure, small } from "./measures.mjs";
import { compare } from "./trees.mjs";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] };
const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const room = { type: "rule", values: ["target-size", "scrollable-region-focusable"] };

const plain = { forcedColors: "none", colorScheme: "light" };

/** A laptop's window: what a view is built for, and what its tree is taken at. */
const base = { way: "100", width: 1366, height: 768, media: plain, runOnly: everything, pictured: true };

/**
 * The ways of looking. One that changes the colours alone is asked of the colours alone. At 400 % a laptop leaves 341 by 192
 * pixels, which is as wide as 320 and so low that whatever stays in place covers much: there the room is asked about.
 */
const ways = [
    base,
    { way: "dark", width: 1366, height: 768, media: { ...plain, colorScheme: "dark" }, runOnly: colours, pictured: true },
    { way: "forced", width: 1366, height: 768, media: { ...plain, forcedColors: "active" }, runOnly: colours, pictured: true, focused: true },
    { way: "400", width: 341, height: 192, media: plain, runOnly: room },
    { way: "320", width: 320, height: 640, media: plain, runOnly: everything, pictured: true },
];

/** What a projector shows. */
export const projector = [{ ...base, way: "1920", width: 1920, height: 1080 }];

/** The people of the walks: a title with a name of theirs would be seen in the task bar and in a shared screen. */
const people = /Karin|Lövgren|Anna|Nyström|Sundin|Öhman|Falk|Elias|Tuolja|Mäkitalo|Tuomas|Niemi|19830417|20090312|19710925/;

/**
 * Keeps a picture of the page for people to look at. A browser that draws nothing just then is asked once more; nothing is
 * checked by the picture, so one that does not come is told of and is no fault of the view.
 */
export async function picture(page, path, fullPage = true) {
    for (let tries = 0; tries < 2; tries += 1) {
        try {
            await page.screenshot({ path, fullPage });
            return;
        } catch (error) {
            console.error(`no picture ${path}: ${error.message}`);
        }
    }
}

async function pictured(page, path, focused) {
    // What can be seen of focus is kept where colours are forced, since shadows do not show there.
    if (focused) {
        await page.evaluate(() => {
            const within = document.querySelector("dialog[open]") ?? document.querySelector("main");
            within?.querySelector("input, button:enabled, a, summary")?.focus();
        });
    }
    // A header that stays at the top would be drawn in the middle of a long picture.
    await page.evaluate(() => window.scrollTo(0, 0));
    // A dialog over everything is as large as the window, and what is behind it does not scroll.
    await picture(page, path, (await page.locator("dialog[open]").count()) === 0);
}

async function violations(page, runOnly) {
    const found = await page.evaluate(async (runOnly) => {
        const rules = runOnly.type === "tag" ? { "target-size": { enabled: true } } : {};
        return (await globalThis.axe.run({ runOnly, rules, resultTypes: ["violations"] })).violations;
    }, runOnly);
    return found.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n        ${node.failureSummary}`).join("\n")}`);
}

async function measured(page) {
    const { headings, title, names, content, room } = await page.evaluate(measure);
    const faults = [...(await page.evaluate(clipped)), ...(await page.evaluate(small))];
    if (headings !== 1) {
        faults.push(`${headings} headings of the first level`);
    }
    if (!names || people.test(title)) {
        faults.push(`the title is "${title}"`);
    }
    if (content > room) {
        faults.push(`${content} pixels of content in ${room}, so the page scrolls sideways`);
    }
    return faults;
}

async function lookedAt(page, view, way, kept) {
    await page.setViewportSize({ width: way.width, height: way.height });
    await page.emulateMedia(way.media);
    await drawn(page);
    // What stays at the top would lie over whatever the page happens to have scrolled beneath it.
    await page.evaluate(() => window.scrollTo(0, 0));
    const faults = [...(await measured(page)), ...(await violations(page, way.runOnly))];
    if (way.pictured) {
        await pictured(page, join(kept.pictures, kept.walk, `${view}-${way.way}.png`), way.focused);
    }
    if (way.runOnly !== colours) {
        faults.push(...(await page.evaluate(covered)));
    }
    return faults.map((fault) => `${kept.walk}, ${view} (${way.way}): ${fault}`);
}

/** Looks at a view in every way and keeps its tree and pictures; gives the faults. `kept` says in which folder and walk. */
export async function check(page, view, kept, looks = ways) {
    // Evaluated by the browser's own tools, so that the page's policy stays as strict as it is.
    if (!(await page.evaluate(() => "axe" in globalThis))) {
        await page.evaluate(axe);
    }
    mkdirSync(join(kept.pictures, kept.walk), { recursive: true });
    const faults = looks === ways ? await compare(page, kept.walk, view) : [];
    for (const way of looks) {
        faults.push(...(await lookedAt(page, view, way, kept)));
    }
    await page.setViewportSize({ width: base.width, height: base.height });
    await page.emulateMedia(base.media);
    return faults;
}
