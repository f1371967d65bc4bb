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
import { join } from "node:path";
import { launch, open } from "./browser.mjs";
import { picture } from "./check.mjs";
import { writeGallery } from "./gallery.mjs";
import { steps } from "./steps.mjs";

const [pictures, ...places] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const faults = [];

/** The steps that look at a page. */
const LOOKS = ["view", "page", "wide"];

/** How many addresses are walked at a time: more only wait for each other where there are two cores. */
const ABREAST = 2;

async function walk(browser, address, name) {
    const { page, quiet, written } = await open(browser, address, faults);
    for (const each of JSON.parse(readFileSync(new URL(`walks/${name}.json`, import.meta.url), "utf8"))) {
        const [kind, value] = Object.entries(each)[0];
        try {
            await (LOOKS.includes(kind) ? written() : quiet());
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
    const browser = await launch();
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
