/**
 * Walks views of the program in Chromium as a user does, and checks each of them (see check.mjs). Nothing may be violated,
 * and nothing stopped by the content security policy.
 *
 *     node run.mjs PICTURES ADDRESS=WALK,WALK ...
 *
 * Two addresses are walked at a time, each in a browser of its own so that no window takes the focus of another, and the
 * walks of one address one after another. A walk is a JSON list of steps:
 *     { "press": "words" }                 a button, link or tab whose name begins so
 *     { "press": ["words", "part"] }       the same, in the part of the page whose name begins so
 *     { "unfold": "words" }                something folded away; in a part too
 *     { "step": "words" }                  a step or a page of the case
 *     { "fill": ["label", "text"] }        a field
 *     { "copy": ["selector", "label"] }    a field, with the words that stand elsewhere on the page
 *     { "choose": "words" }                a checkbox or a radio button
 *     { "pick": ["label", "option"] }      an option of a list
 *     { "sees": "words" }                  waits for words
 *     { "tab": "words" }                   goes there with the Tab key, with focus seen at every press
 *     { "key": "name" }                    presses a key
 *     { "view": "name" }                   checks what is there now and keeps pictures of it
 *     { "page": "name" }                   the same, of a page just come to: focus is on its heading
 *     { "wide": "name" }                   checks it as wide as a projector alone
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { picture } from "./check.mjs";
import { writeGallery } from "./gallery.mjs";
import { steps } from "./steps.mjs";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const [pictures, ...places] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const faults = [];

/** How many addresses are walked at a time: more only wait for each other where there are two cores. */
const ABREAST = 2;

/** How long a step may take, in milliseconds. What is right never waits for it, so it is long enough for a busy machine. */
const PATIENCE = 60_000;

/** The day of the examples' first need, so that a calendar shows the same month every time. */
const TODAY = new Date("2027-01-11T08:00:00Z");

/** A page that tells of its errors, and of when it has asked its last question. */
async function open(browser, address) {
    const page = await browser.newPage({ locale: "sv-SE", timezoneId: "Europe/Stockholm", viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(PATIENCE);
    await page.clock.install({ time: TODAY });
    page.on("pageerror", (error) => faults.push(`the page failed: ${error.message}`));
    page.on("console", (line) => {
        // A refusal is an answer with status 422, which a browser tells of as an error.
        if (line.type() === "error" && !line.text().includes("422")) {
            faults.push(`the page complained: ${line.text()}`);
        }
    });
    let asked = 0;
    page.on("request", () => (asked += 1));
    page.on("requestfinished", () => (asked -= 1));
    page.on("requestfailed", () => (asked -= 1));
    // The case is carried to its phase before the first page is served.
    await page.goto(address, { timeout: 2 * PATIENCE });
    await page.getByRole("heading").first().waitFor();
    return {
        page,
        async quiet() {
            for (let calm = 0; calm < 3; calm = asked > 0 ? 0 : calm + 1) {
                await page.waitForTimeout(50);
            }
        },
    };
}

async function walk(browser, address, name) {
    const { page, quiet } = await open(browser, address);
    for (const each of JSON.parse(readFileSync(new URL(`walks/${name}.json`, import.meta.url), "utf8"))) {
        const [kind, value] = Object.entries(each)[0];
        try {
            await quiet();
            faults.push(...((await steps[kind](page, value, { pictures, walk: name })) ?? []));
        } catch (error) {
            faults.push(`${name}, step ${JSON.stringify(each)}: ${error.message}`);
            await picture(page, join(pictures, `failed-${name}.png`));
            break;
        }
    }
    await page.close();
}

async function walkAll(place) {
    const [address, names] = place.split("=");
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    try {
        for (const name of names.split(",")) {
            await walk(browser, address, name);
        }
    } finally {
        await browser.close();
    }
}

/** Walks what is left of the places, one after another. */
async function walkOn() {
    while (places.length > 0) {
        await walkAll(places.shift());
    }
}

await Promise.all(Array.from({ length: ABREAST }, walkOn));
writeGallery(pictures);
console.log(faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);
