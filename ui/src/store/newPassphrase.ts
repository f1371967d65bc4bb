/** A new passphrase, typed twice: nobody can see what they type, and nobody can look it up afterwards. */
import { computed, ref, watch, type ComputedRef, type Ref } from "vue";
import type { Strength } from "@/bindings/wire";
import { call } from "@/ipc";

/** Milliseconds of quiet before the strength is measured. */
const QUIET = 250;

export interface NewPassphrase {
    readonly first: Ref<string>;
    readonly again: Ref<string>;
    /** Null while nothing is typed. */
    readonly strength: Readonly<Ref<Strength | null>>;
    /** The two differ, and somebody tried to go on. */
    readonly differs: ComputedRef<boolean>;
    /** Are the two the same? Says so at the field when they are not. */
    agrees(): boolean;
    clear(): void;
}

export function useNewPassphrase(): NewPassphrase {
    const first = ref("");
    const again = ref("");
    const strength = ref<Strength | null>(null);
    const tried = ref(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    watch(first, (typed) => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const measured = typed === "" ? null : await call("store.measure_passphrase", { passphrase: typed });
            if (typed === first.value) {
                strength.value = measured;
            }
        }, QUIET);
    });
    return {
        first,
        again,
        strength,
        differs: computed(() => tried.value && first.value !== again.value),
        agrees() {
            tried.value = true;
            return first.value === again.value;
        },
        clear() {
            first.value = again.value = "";
            tried.value = false;
        },
    };
}
