/** What a walk can do on a page. Each step gives the faults that it saw; a step that cannot be done throws. */
import { drawn } from "./browser.mjs";
import { check, projector } from "./check.mjs";

/** A name that begins so: many names end in words for screen readers alone. */
const begins = (words) => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** The part of the page with the name: a record of a list, a recipient, somebody in the room. Without one, the page. */
const part = (page, name) => (name ? page.getByRole("region", { name: begins(name) }).or(page.getByRole("group", { name: begins(name) })).first() : page);

const field = (page, label) => page.getByRole("textbox", { name: label }).or(page.getByLabel(label, { exact: true })).first();

/**
 * Writes into a field as a person does, who looks at it and writes again if the letters did not come: Chromium drops what is
 * typed while it moves its attention to another window, and the walks go side by side.
 */
async function write(page, label, text) {
    const control = field(page, label);
    for (let tries = 0; tries < 3; tries += 1) {
        await control.fill(text);
        await drawn(page);
        if ((await control.inputValue()) === text) {
            return [];
        }
    }
    return [`the field "${label}" does not take what is written`];
}

/** Whether the focused element can be seen to have focus, and is not hidden behind another. */
export function focusFaults() {
    const focused = document.activeElement;
    if (focused === document.body) {
        return []; // Between the last of the page and its first, where a window has its own buttons.
    }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    const above = document.elementFromPoint(box.x + Math.min(box.width / 2, 10), box.y + Math.min(box.height / 2, 10));
    const faults = [];
    if ((outlineStyle === "none" || parseFloat(outlineWidth) === 0) && boxShadow === "none") {
        faults.push("has focus without showing it");
    }
    if (!above || !(focused.contains(above) || above.contains(focused))) {
        faults.push("has focus behind something else, or outside the window");
    }
    return faults.map((fault) => `${fault}: ${focused.outerHTML.slice(0, 200)}`);
}

/** Goes by the keyboard alone to a link, button or field whose words begin so. */
async function tabTo(page, words) {
    const faults = [];
    for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press("Tab");
        faults.push(...(await page.evaluate(focusFaults)));
        const there = await page.evaluate(() => (document.activeElement.textContent || document.activeElement.ariaLabel || "").trim());
        if (there.startsWith(words)) {
            return faults;
        }
    }
    throw new Error(`80 presses of Tab did not reach "${words}"`);
}

/** The steps by their names in a walk; see run.mjs for what they mean. */
export const steps = {
    async press(page, value) {
        const [words, where] = [value].flat();
        const [button, link, tab] = ["button", "link", "tab"].map((role) => part(page, where).getByRole(role, { name: begins(words) }));
        await button.or(link).or(tab).first().click();
    },
    unfold(page, value) {
        const [words, where] = [value].flat();
        return part(page, where).locator("summary", { hasText: words }).first().click();
    },
    step: (page, words) => page.locator(`.step__link:has(.step__label:text-is("${words}"))`).click(),
    fill: (page, [label, text]) => write(page, label, text),
    copy: async (page, [from, label]) => write(page, label, (await page.locator(from).allTextContents()).join("-")),
    choose: (page, words) =>
        page.getByRole("radio", { name: begins(words) }).or(page.getByRole("checkbox", { name: begins(words) })).first().check({ force: true }),
    async pick(page, [label, option]) {
        await page.getByRole("combobox", { name: label }).first().selectOption({ label: option });
    },
    sees: (page, words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    tab: tabTo,
    key: (page, name) => page.keyboard.press(name),
    view: (page, view, kept) => check(page, view, kept),
    wide: (page, view, kept) => check(page, view, kept, projector),
    async page(page, view, kept) {
        try {
            await page.waitForFunction(() => document.activeElement?.tagName === "H1", undefined, { timeout: 20_000 });
        } catch {
            const focused = await page.evaluate(() => document.activeElement?.textContent.trim().slice(0, 300));
            return [`${view}: focus is not on the heading but on "${focused}"`, ...(await check(page, view, kept))];
        }
        return check(page, view, kept);
    },
};
