/**
 * What is done by one key: one list, shown to whoever asks for it. Each key has a modifier, so that no letter does anything
 * by itself (WCAG 2.1.4), and none is one that a screen reader or the web view keeps for itself.
 */
import { onBeforeUnmount, onMounted } from "vue";

/** Where a key works: everywhere, in a case, or wherever no text is being written. */
export type Where = "everywhere" | "case" | "outside_fields";

export interface Shortcut {
    /** As `aria-keyshortcuts` writes it. */
    keys: string;
    where: Where;
}

/** The keys by what they do. The places of the main menu have Alt and their number, as `placeKeys` says. */
export const shortcuts = {
    places: { keys: "Alt+1", where: "everywhere" },
    find: { keys: "Control+K", where: "everywhere" },
    step_before: { keys: "Alt+ArrowLeft", where: "case" },
    step_after: { keys: "Alt+ArrowRight", where: "case" },
    fold: { keys: "Escape", where: "case" },
    print: { keys: "Control+P", where: "everywhere" },
    undo: { keys: "Control+Z", where: "outside_fields" },
    redo: { keys: "Control+Shift+Z", where: "outside_fields" },
    lock: { keys: "Control+L", where: "everywhere" },
    help: { keys: "F1", where: "everywhere" },
    list: { keys: "Control+/", where: "everywhere" },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;

/** The key of a place in the main menu, counted from one; only the first nine have one. */
export function placeKeys(number: number): string | undefined {
    return number <= 9 ? `Alt+${number}` : undefined;
}

const answers = new Map<string, () => void>();

/** The keys that are pressed, as `aria-keyshortcuts` writes them. On a Swedish keyboard `/` needs Shift, which then is no part of it. */
export function pressed({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
    const letter = key.length === 1 ? key.toUpperCase() : key;
    const isSign = key.length === 1 && letter === key.toLowerCase();
    return [ctrlKey || metaKey ? "Control" : "", altKey ? "Alt" : "", shiftKey && !isSign ? "Shift" : "", letter].filter(Boolean).join("+");
}

function isWriting(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest("textarea, select, input:not([type='checkbox'], [type='radio'])") !== null;
}

/** Does what a key is for, where it is for something here. Behind an open dialog nothing is done. */
function answer(event: KeyboardEvent): void {
    const keys = pressed(event);
    const does = answers.get(keys);
    if (!does || document.querySelector("dialog[open]")) {
        return;
    }
    const outside = Object.values(shortcuts).some((each) => each.keys === keys && each.where === "outside_fields");
    if (outside && isWriting(event.target)) {
        return;
    }
    event.preventDefault();
    if (!event.repeat) {
        does();
    }
}

/** What keys do while a component stands on the page. */
export function useKeys(given: () => Record<string, () => void>): void {
    let mine: [string, () => void][] = [];
    onMounted(() => {
        mine = Object.entries(given());
        if (answers.size === 0) {
            window.addEventListener("keydown", answer);
        }
        mine.forEach(([keys, does]) => answers.set(keys, does));
    });
    onBeforeUnmount(() => {
        mine.filter(([keys, does]) => answers.get(keys) === does).forEach(([keys]) => answers.delete(keys));
        if (answers.size === 0) {
            window.removeEventListener("keydown", answer);
        }
    });
}
