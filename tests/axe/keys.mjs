/** Hands that use the keyboard alone, see where focus is at each press, and count what they press. */
import { focusFaults } from "./steps.mjs";

/** What a screen reader would call the focused control, for those who look for it. */
function focusedName() {
    const focused = document.activeElement;
    const words = focused.ariaLabel || focused.labels?.[0]?.textContent || focused.textContent || "";
    return { words: words.replace(/\s+/g, " ").trim(), kind: focused.type || focused.tagName.toLowerCase(), used: focused === globalThis.lastUsed };
}

/** Names are looked for as one reads them, whatever letter they begin with. */
const begins = (words, name) => words.toLowerCase().startsWith(name.toLowerCase());

export class Hands {
    /** Presses that go somewhere, that do something, and letters. */
    counted = { moves: 0, presses: 0, letters: 0 };
    faults = [];

    constructor(page, quiet) {
        this.page = page;
        this.quiet = quiet;
    }

    async #move(key) {
        this.counted.moves += 1;
        await this.page.keyboard.press(key);
        // What is left is saved, and what comes of it may stand between here and where the next press leads.
        await this.quiet();
        this.faults.push(...(await this.page.evaluate(focusFaults)));
    }

    /** Goes on with Tab to a control whose name begins so, unless focus has been put there already. */
    async to(name, kinds) {
        const passed = [];
        for (let presses = 0; presses < 150; presses += 1) {
            const { words, kind, used } = await this.page.evaluate(focusedName);
            if (!used && begins(words, name) && (!kinds || kinds.includes(kind))) {
                await this.page.evaluate(() => (globalThis.lastUsed = document.activeElement));
                return;
            }
            passed.push(words.slice(0, 30));
            await this.#move("Tab");
        }
        throw new Error(`Tab did not reach "${name}", but ${passed.slice(0, 40).join(" | ")}`);
    }

    /** Presses a key, or keys together, that does something. */
    async press(keys) {
        this.counted.presses += 1;
        await this.page.keyboard.press(keys);
        await this.quiet();
    }

    async type(text) {
        this.counted.letters += [...text].length;
        await this.page.keyboard.type(text);
    }

    async write(name, text) {
        await this.to(name, ["text", "textarea", "password"]);
        await this.type(text);
    }

    /** Chooses one of several: the arrows go on from the one that has focus. */
    async choose(...options) {
        for (const option of options) {
            await this.#intoGroup(option);
            for (let presses = 0; ; presses += 1) {
                const { words } = await this.page.evaluate(focusedName);
                if (begins(words, option)) {
                    break;
                }
                if (presses > 20) {
                    throw new Error(`the arrows did not reach "${option}"`);
                }
                await this.#move("ArrowDown");
            }
            if (!(await this.page.evaluate(() => document.activeElement.checked))) {
                await this.press("Space");
            }
        }
    }

    /** Goes on with Tab into the group of radio buttons that has an option. */
    async #intoGroup(option) {
        for (let presses = 0; presses < 80; presses += 1) {
            const has = await this.page.evaluate((option) => {
                const { type, name } = document.activeElement;
                const group = type === "radio" ? [...document.getElementsByName(name)] : [];
                return group.some((each) => (each.labels?.[0]?.textContent ?? "").trim().toLowerCase().startsWith(option.toLowerCase()));
            }, option);
            if (has) {
                return;
            }
            await this.#move("Tab");
        }
        throw new Error(`Tab did not reach a group with "${option}"`);
    }

    async tick(...names) {
        for (const name of names) {
            await this.to(name, ["checkbox"]);
            await this.press("Space");
        }
    }

    /** Chooses in a list by the first letters. */
    async pick(name, letters) {
        await this.to(name, ["select-one"]);
        await this.type(letters);
        await this.quiet();
        const chosen = await this.page.evaluate(() => document.activeElement.selectedOptions?.[0]?.textContent ?? document.activeElement.outerHTML.slice(0, 200));
        if (!chosen.trim().toLowerCase().startsWith(letters.toLowerCase())) {
            throw new Error(`"${letters}" chose "${chosen}" in "${name}"`);
        }
    }

    /** Goes to a button, link or fold, and presses it. */
    async push(name) {
        await this.to(name, ["button", "submit", "a", "summary"]);
        await this.press("Enter");
    }

    /** Opens the fold of the kinds of information that comes next, ticks some, and folds it together. */
    async kinds(fold, ...kinds) {
        await this.push(fold);
        await this.tick(...kinds);
        await this.press("Escape");
    }

    sees(words) {
        return this.page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 60_000 });
    }
}
