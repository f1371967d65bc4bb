/**
 * How fast the face is: first paint, the way to the worklist, and each key in the longest form until it is drawn. Told in
 * milliseconds and never tested by a clock; what can be counted is held by tests instead.
 *
 *     node face.mjs DEVHOST
 */
import { spawn } from "node:child_process";
import { launch } from "./browser.mjs";

const PASSPHRASE = "övningsfall med påhittade människor i Östersund";
const KEYS = 200;
/** Milliseconds from one key to the next: eleven a second, which few write. Without a pause it would be told how keys queue. */
const PACE = 90;
const CASES = 100;

/** Starts the devhost on a phase of the example and gives its address. */
function serve(devhost, phase) {
    const served = spawn(devhost, [phase], { stdio: ["ignore", "ignore", "pipe"] });
    return new Promise((resolve) => served.stderr.once("data", (said) => resolve({ served, address: String(said).trim() })));
}

const share = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const tell = (what, milliseconds) => console.log(`${what.padEnd(58)}${milliseconds.toFixed(0).padStart(6)} ms`);

async function unlock(page) {
    await page.getByLabel("Lösenfras").fill(PASSPHRASE);
    const begun = performance.now();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Arbetslista", level: 1 }).waitFor();
    await page.getByText("Karin Lövgren-Åhs").first().waitFor();
    return performance.now() - begun;
}

/** From each key until what it changed is drawn: the frame after the key's own work, and a turn of the page after it. */
async function keys(page) {
    await page.evaluate(() => {
        globalThis.drawn = [];
        addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => drawn.push(performance.now() - timeStamp))), true);
    });
    for (let pressed = 0; pressed < KEYS; pressed += 1) {
        await page.keyboard.press("abcdefgh "[pressed % 9] === " " ? "Space" : "abcdefgh"[pressed % 9]);
        await page.waitForTimeout(PACE);
    }
    await page.waitForFunction((keys) => drawn.length >= keys, KEYS);
    return page.evaluate(() => drawn);
}

/** Opens many cases by the commands themselves, each of a made-up person with a reserve number. */
function fill(page, cases) {
    return page.evaluate(async (cases) => {
        const token = document.querySelector("meta[name='samsyn-devhost']").content;
        const call = async (command, request) => {
            const headers = { "content-type": "application/json", "x-samsyn-token": token };
            const reply = await fetch(`/call/${command}`, { method: "POST", headers, body: JSON.stringify({ ...request, command_id: crypto.randomUUID() }) });
            if (!reply.ok) {
                throw new Error(`${command}: ${await reply.text()}`);
            }
            return reply.json();
        };
        const blank = { address: "", phone: "", email: "", municipality: "", language: "", needs: "", born_on: "", protection: null, in_spite_of_duplicate: true };
        for (let number = 0; number < cases; number += 1) {
            const person = await call("person.create", { ...blank, identity: `R${1000 + number}`, reserve: true, first_name: `Fall${number}`, last_name: "Exempel" });
            await call("case.open", { person: person.id, plan_type: "sip" });
        }
    }, cases);
}

const { served, address } = await serve(process.argv[2], "responsibility");
const browser = await launch();
try {
    const page = await browser.newPage({ locale: "sv-SE", viewport: { width: 1366, height: 768 } });
    await page.goto(address, { timeout: 120_000 });
    await page.reload();
    await page.getByLabel("Lösenfras").waitFor();
    tell("first paint", await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));

    tell("passphrase to worklist, key derivation included", await unlock(page));
    await page.getByRole("link", { name: "Karin Lövgren-Åhs" }).first().click();
    await page.locator(`.step__link:has(.step__label:text-is("Möte"))`).click();
    await page.getByLabel("Personens egna ord", { exact: true }).first().click();
    const drawn = await keys(page);
    tell(`a key in the longest form, half of ${KEYS} within`, share(drawn, 0.5));
    tell("a key in the longest form, 95 of 100 within", share(drawn, 0.95));
    tell("the slowest of them", share(drawn, 1));

    await fill(page, CASES);
    const begun = performance.now();
    await page.keyboard.press("Alt+1");
    await page.getByText(`(${CASES + 1})`).last().waitFor();
    tell(`the worklist with ${CASES + 1} cases`, performance.now() - begun);
} finally {
    await browser.close();
    served.kill();
}
