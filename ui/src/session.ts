/** Whether the store is open, asked of it every ten seconds. When it is locked, the whole page is taken down with all that it held. */
import { computed, readonly, ref, shallowRef } from "vue";
import type { StoreStatus } from "@/bindings/commands";
import { flushAll, forgetAll } from "@/autosave";
import { call, whenLocked } from "@/ipc";

/** Milliseconds between questions. */
const ASK_EVERY = 10_000;
/** Milliseconds that a lock waits for what is typed to be written; the lock wins over a write that hangs. */
const LAST_WRITE = 2_000;

const current = shallowRef<StoreStatus | null>(null);
const openings = ref(0);

/** What the store said last; null until the first answer. */
export const status = readonly(current);

/** Changes with each unlocking, so that nothing of an earlier session stays in a component. */
export const opening = readonly(openings);

export const isOpen = computed(() => current.value?.state === "open");

/** Takes a status in; every command that opens or locks the store replies with one. */
export function take(status: StoreStatus): void {
    if (status.state === "open" && !isOpen.value) {
        openings.value += 1;
    } else if (status.state !== "open") {
        forgetAll();
    }
    current.value = status;
}

/** Asks the store for its status. */
export async function ask(): Promise<void> {
    take(await call("store.status", {}));
}

/** Writes what is typed, then locks. */
export async function lock(): Promise<void> {
    await Promise.race([flushAll(), new Promise((late) => setTimeout(late, LAST_WRITE))]);
    take(await call("store.lock", {}));
}

/** The shell is about to close the window, and waits for the saves put into the event. */
function closing(event: Event): void {
    (event as CustomEvent<Promise<unknown>[]>).detail.push(flushAll());
}

/** Starts asking; gives the way to stop. */
export function watchStore(): () => void {
    window.addEventListener("samsyn-closing", closing);
    whenLocked(() => {
        if (isOpen.value && current.value) {
            take({ ...current.value, state: "locked" });
        }
    });
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY);
    return () => {
        clearInterval(timer);
        window.removeEventListener("samsyn-closing", closing);
    };
}
