/** Chromium, and a page of it that tells of its errors and of when it has asked its last question. */
import { createRequire } from "node:module";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const { chromium } = require("playwright-core");

/** How long a step may take, in milliseconds. What is right never waits for it, so it is long enough for a busy machine. */
const PATIENCE = 60_000;

/** Longer than a field waits before it is written (`QUIET` in ui/src/autosave.ts), in milliseconds of the page's own clock. */
const WRITTEN_WITHIN = 1000;

/** The day of the examples' first need, so that a calendar shows the same month every time. */
const TODAY = new Date("2027-01-11T08:00:00Z");

/** Waits until the page itself has had two turns of drawing, in which what it has been told comes to stand on it. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Opens the page at an address. `faults` gets what the page complains of. */
export async function open(browser, address, faults) {
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
    const asked = new Set();
    let commands = 0;
    page.on("request", (request) => {
        asked.add(request);
        commands += request.method() === "POST" ? 1 : 0;
    });
    page.on("requestfinished", (request) => asked.delete(request));
    page.on("requestfailed", (request) => asked.delete(request));
    // The case is carried to its phase before the first page is served.
    await page.goto(address, { timeout: 2 * PATIENCE });
    await page.getByRole("heading").first().waitFor();
    /**
     * Waits until the page has been answered in all it asks and has drawn what came of it, however slow the machine is: an
     * answer may lead to the next question, and what was drawn may ask too.
     */
    async function quiet() {
        const begun = performance.now();
        for (let calm = 0; calm < 2; calm = asked.size > 0 ? 0 : calm + 1) {
            if (performance.now() - begun > PATIENCE) {
                throw new Error(`never answered: ${[...asked].map((request) => `${request.method()} ${request.url()}`).join(", ")}`);
            }
            await drawn(page);
        }
    }
    return {
        page,
        /** How many commands the page has sent. */
        commands: () => commands,
        quiet,
        /** Lets what was typed be written: a view says when that was, and is to say so each time. */
        async written() {
            await page.clock.runFor(WRITTEN_WITHIN);
            await quiet();
        },
    };
}
