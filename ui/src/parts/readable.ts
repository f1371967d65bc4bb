/**
 * A field of words that the program is to read, such as a date. What it cannot read is stored as it was typed all the same,
 * and the field says so, in the words of a refusal. It is judged when it has been left, and not while it is written; a
 * moment later, so that nothing moves under the click that left it.
 */
import { computed, onBeforeUnmount, ref } from "vue";
import { announce } from "@/announce";
import { useField, type Field } from "@/field";
import { AppError } from "@/ipc";
import { errorText } from "@/texts";

/** Milliseconds from leaving to judging: longer than a finger rests on what it presses. */
const MOMENT = 400;

/** `read` gives null for what it cannot read, and `code` is the refusal that says so. */
export function useReadable(name: string, label: string, read: (typed: string) => string | null, code: string): Field<string> {
    const own = useField<string>(name, "");
    const judged = ref(true);
    let leaving: ReturnType<typeof setTimeout> | undefined;
    onBeforeUnmount(() => clearTimeout(leaving));

    const unread = computed(() => {
        const typed = own.value.value.trim();
        return judged.value && !own.readonly && typed && read(typed) === null ? new AppError(code, name) : null;
    });

    function settle(now: boolean): void {
        clearTimeout(leaving);
        judged.value = now;
    }

    return {
        ...own,
        error: computed(() => own.error.value ?? unread.value),
        typed(value) {
            settle(false);
            own.typed(value);
        },
        chosen(value) {
            settle(true);
            own.chosen(value);
        },
        left() {
            own.left();
            clearTimeout(leaving);
            if (!judged.value) {
                leaving = setTimeout(() => {
                    settle(true);
                    if (unread.value) {
                        announce(`${label}: ${errorText(code)}`);
                    }
                }, MOMENT);
            }
        },
    };
}
