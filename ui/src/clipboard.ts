/** Text on the clipboard for a minute. What is pasted into a journal should not lie there for whatever reads it next. */
import { readonly, ref } from "vue";

const SHORT = 60_000;
let written: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const lying = ref(false);

/** Our text may still lie on the clipboard, since the window was not let to look or to clear it by itself. */
export const left = readonly(lying);

/** Puts a text on the clipboard, to be cleared after a minute; gives false where the window may not. */
export async function copyForAMinute(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        return false;
    }
    written = text;
    lying.value = false;
    clearTimeout(timer);
    timer = setTimeout(() => void clearIfOurs(), SHORT);
    return true;
}

/** Clears the clipboard if it still holds our text. What somebody else has put there stays. */
async function clearIfOurs(): Promise<void> {
    try {
        if ((await navigator.clipboard.readText()) === written) {
            await navigator.clipboard.writeText("");
        }
        written = null;
    } catch {
        lying.value = written !== null;
    }
}

/** Clears the clipboard because the user says so; gives false where the window may not. */
export async function clearNow(): Promise<boolean> {
    try {
        await navigator.clipboard.writeText("");
    } catch {
        return false;
    }
    clearTimeout(timer);
    written = null;
    lying.value = false;
    return true;
}
