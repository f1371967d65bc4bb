import { afterEach, expect, test, vi } from "vitest";
import { createApp, h } from "vue";
import { hasText } from "@/texts";
import { mainPlaces } from "./places";
import { placeKeys, pressed, shortcuts, useKeys } from "./shortcuts";

afterEach(() => document.body.replaceChildren());

/** A page on which keys do something. */
function page(keys: Record<string, () => void>): () => void {
    const root = document.body.appendChild(document.createElement("div"));
    const app = createApp({ setup: () => (useKeys(() => keys), () => h("div", [h("input", { type: "text" }), h("input", { type: "checkbox" })])) });
    app.mount(root);
    return () => app.unmount();
}

function press(key: string, how: KeyboardEventInit = {}, on: Element = document.body): boolean {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...how });
    on.dispatchEvent(event);
    return event.defaultPrevented;
}

test("no letter does anything by itself, no key two things, and each has words that say what it does", () => {
    const keys = [...Object.values(shortcuts).map((each) => each.keys), ...mainPlaces.slice(1).map((_, index) => placeKeys(index + 2))];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((each) => !/^(Control|Alt)\+|^(Escape|F1)$/.test(each ?? ""))).toEqual([]);
    expect(Object.keys(shortcuts).filter((name) => !hasText(`shortcut-${name.replaceAll("_", "-")}`))).toEqual([]);
    expect(mainPlaces.length).toBeLessThanOrEqual(9);
});

test("a sign is read as it stands, whatever the keyboard needs Shift for, and a letter with Shift is another key", () => {
    expect(pressed(new KeyboardEvent("keydown", { key: "/", ctrlKey: true, shiftKey: true }))).toBe("Control+/");
    expect(pressed(new KeyboardEvent("keydown", { key: "Z", ctrlKey: true, shiftKey: true }))).toBe("Control+Shift+Z");
    expect(pressed(new KeyboardEvent("keydown", { key: "k", metaKey: true }))).toBe("Control+K");
    // AltGr is Control and Alt on Windows: what is typed with it is never taken for a command.
    expect(pressed(new KeyboardEvent("keydown", { key: "l", ctrlKey: true, altKey: true }))).toBe("Control+Alt+L");
});

test("a key does its thing while its component stands, and never twice while it is held", () => {
    const does = vi.fn();
    const leave = page({ [shortcuts.lock.keys]: does });
    expect(press("l")).toBe(false);
    expect(press("l", { ctrlKey: true })).toBe(true);
    expect(press("l", { ctrlKey: true, repeat: true })).toBe(true);
    expect(does).toHaveBeenCalledTimes(1);
    leave();
    expect(press("l", { ctrlKey: true })).toBe(false);
    expect(does).toHaveBeenCalledTimes(1);
});

test("undo is the field's own while one writes in it", () => {
    const undo = vi.fn();
    const leave = page({ [shortcuts.undo.keys]: undo });
    const [field, box] = document.querySelectorAll("input");
    expect(press("z", { ctrlKey: true }, field)).toBe(false);
    expect(undo).not.toHaveBeenCalled();
    press("z", { ctrlKey: true }, box);
    expect(undo).toHaveBeenCalledTimes(1);
    leave();
});

test("nothing is done behind an open dialog", () => {
    const does = vi.fn();
    const leave = page({ [shortcuts.step_after.keys]: does });
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.setAttribute("open", "");
    expect(press("ArrowRight", { altKey: true })).toBe(false);
    expect(does).not.toHaveBeenCalled();
    leave();
});
