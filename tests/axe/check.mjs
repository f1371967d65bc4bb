/** What holds for every view: no violation that axe knows, no sideways scroll, one h1, and a title that tells of nobody. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] };
const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/**
 * The ways of looking: at 100 %, as wide as 400 % leaves of 1280 pixels, and with forced colours, which change nothing
 * but the colours of the first.
 */
const ways = [
    { way: "100", width: 1280, height: 860, forcedColors: "none", runOnly: everything },
    { way: "320", width: 320, height: 640, forcedColors: "none", runOnly: everything },
    { way: "forced", width: 1280, height: 860, forcedColors: "active", runOnly: colours },
];

/** What a projector shows. */
export const projector = [{ way: "1920", width: 1920, height: 1080, forcedColors: "none", runOnly: everything }];

/** The people of the walks: a title with a name of theirs would be seen in the task bar and in a shared screen. */
const people = /Karin|Lövgren|Anna|Nyström|Sundin|Öhman|Falk|Elias|Tuolja|Mäkitalo|Tuomas|Niemi|19830417|20090312|19710925/;

/** What the page is like now, measured in it. */
function measure() {
    const heading = [...document.querySelectorAll("h1")].filter((each) => each.checkVisibility());
    return {
        headings: heading.length,
        title: document.title,
        names: heading.every((each) => document.title.startsWith(each.textContent.trim())),
        content: document.documentElement.scrollWidth,
        room: window.innerWidth,
    };
}

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

async function lookedAt(page, view, way, runOnly, pictures) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    // A header that stays at the top would be drawn in the middle of a long picture.
    await page.evaluate(() => window.scrollTo(0, 0));
    // A dialog over everything is as large as the window, and what is behind it does not scroll.
    const fullPage = (await page.locator("dialog[open]").count()) === 0;
    await picture(page, join(pictures, `${view}-${way}.png`), fullPage);
    const { violations } = await page.evaluate(
        (runOnly) => globalThis.axe.run({ runOnly, rules: { "target-size": { enabled: runOnly.type === "tag" } }, resultTypes: ["violations"] }),
        runOnly,
    );
    const faults = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n        ${node.failureSummary}`).join("\n")}`);
    const { headings, title, names, content, room } = await page.evaluate(measure);
    if (headings !== 1) {
        faults.push(`${headings} headings of the first level`);
    }
    if (!names || people.test(title)) {
        faults.push(`the title is "${title}"`);
    }
    if (content > room) {
        faults.push(`${content} pixels of content in ${room}, so the page scrolls sideways`);
    }
    return faults.map((fault) => `${view} (${way}): ${fault}`);
}

/** Looks at a view in every way and keeps pictures of it; gives the faults. */
export async function check(page, view, pictures, looks = ways) {
    // Evaluated by the browser's own tools, so that the page's policy stays as strict as it is.
    if (!(await page.evaluate(() => "axe" in globalThis))) {
        await page.evaluate(axe);
    }
    const faults = [];
    for (const { way, width, height, forcedColors, runOnly } of looks) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ forcedColors });
        faults.push(...(await lookedAt(page, view, way, runOnly, pictures)));
    }
    await page.setViewportSize({ width: ways[0].width, height: ways[0].height });
    await page.emulateMedia({ forcedColors: ways[0].forcedColors });
    return faults;
}
