/** Something that takes longer than a second says so in words, wherever on the page it was asked for. */
import { computed, ref } from "vue";

/** Milliseconds after which whoever waits wonders whether anything happens. */
const WONDERS = 1_000;

const waiting = ref(0);
/** How many windows of the system stand open and wait for the user. */
const asking = ref(0);

/** How many things have been under way for so long that it is said. */
export const busy = computed(() => (asking.value > 0 ? 0 : waiting.value));

/** Carries something out, and says that it goes on where it takes long. */
export async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
    let said = false;
    const timer = setTimeout(() => {
        said = true;
        waiting.value += 1;
    }, WONDERS);
    try {
        return await work();
    } finally {
        clearTimeout(timer);
        waiting.value -= said ? 1 : 0;
    }
}

/** Carries something out that asks the user in a window of the system: meanwhile it is not the program that takes long. */
export async function whileAsking<T>(work: () => Promise<T>): Promise<T> {
    asking.value += 1;
    try {
        return await work();
    } finally {
        asking.value -= 1;
    }
}
