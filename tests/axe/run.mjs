/**
 * Walks views of the program in Chromium as a user does, and runs axe on each: at 100 %, at 320 pixels' width and with
 * forced colours. Nothing may be violated, scroll sideways, or be stopped by the content security policy.
 *
 *     node run.mjs ADDRESS WALK PICTURES
 *
 * WALK is a JSON list of steps, done in order:
 *     { "press": "name" }                 a button, link or tab
 *     { "fill": ["label", "text"] }       a field
 *     { "choose": "label" }               a checkbox or a radio button
 *     { "pick": ["label", "option"] }     an option of a list
 *     { "heading": "words" }              waits for a heading
 *     { "view": "name" }                  the view is there: check it and keep a picture of it
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [address, walkFile, pictures] = process.argv.slice(2);
const walk = JSON.parse(readFileSync(walkFile, "utf8"));
mkdirSync(pictures, { recursive: true });

const ways = [
    { way: "100", options: { viewport: { width: 1280, height: 860 } } },
    { way: "320", options: { viewport: { width: 320, height: 640 } } },
    { way: "forced", options: { viewport: { width: 1280, height: 860 }, forcedColors: "active" } },
];

const faults = [];

async function check(page, view, way) {
    await page.screenshot({ path: join(pictures, `${view}-${way}.png`), fullPage: true });
    // Evaluated by the browser's own tools, so that the page's policy stays as strict as it is.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, help, nodes } of violations) {
        faults.push(`${view} (${way}): ${id}: ${help}\n${nodes.map((node) => `    ${node.html}`).join("\n")}`);
    }
    const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    if (content > width) {
        faults.push(`${view} (${way}): ${content} pixels of content in ${width}, so the page scrolls sideways`);
    }
}

const doing = {
    press: (page, name) => {
        const roles = ["button", "link", "tab", "menuitem"].map((role) => page.getByRole(role, { name, exact: true }));
        return roles.reduce((any, one) => any.or(one)).first().click();
    },
    fill: (page, [label, text]) => page.getByLabel(label).first().fill(text),
    choose: (page, label) => page.getByLabel(label, { exact: true }).first().check({ force: true }),
    pick: (page, [label, option]) => page.getByLabel(label).first().selectOption({ label: option }),
    heading: (page, words) => page.getByRole("heading", { name: words }).first().waitFor(),
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
    for (const { way, options } of ways) {
        const page = await browser.newPage({ locale: "sv-SE", timezoneId: "Europe/Stockholm", ...options });
        page.setDefaultTimeout(20_000);
        page.on("pageerror", (error) => faults.push(`(${way}) the page failed: ${error.message}`));
        page.on("console", (line) => {
            if (line.type() === "error" && !line.text().includes("422")) {
                faults.push(`(${way}) the page complained: ${line.text()}`);
            }
        });
        await page.goto(address);
        await page.getByRole("heading").first().waitFor();
        for (const step of walk) {
            const [kind, value] = Object.entries(step)[0];
            try {
                await (kind === "view" ? check(page, value, way) : doing[kind](page, value));
            } catch (error) {
                await page.screenshot({ path: join(pictures, `failed-${way}.png`) });
                throw new Error(`step ${JSON.stringify(step)} (${way}): ${error.message}`);
            }
        }
        await page.close();
    }
} finally {
    await browser.close();
}
console.log(faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);
