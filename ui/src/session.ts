/** Whether the store is open, asked of it every ten seconds. When it is locked, the whole page is taken down with all that it held, and the shell loads a new one. */
import { computed, readonly, ref, shallowRef } from "vue";
import type { StoreStatus } from "@/bindings/wire";
import { flushAll, forgetAll } from "@/autosave";
import { call, whenLocked } from "@/ipc";

/** Milliseconds between questions. */
const ASK_EVERY = 10_000;
/** Milliseconds that a lock waits for what is typed to be written; the lock wins over a write that hangs. */
const LAST_WRITE = 2_000;

/** Milliseconds between two words to the store that somebody is there. */
const ACTIVE_EVERY = 20_000;
/** What tells that somebody is there. */
const SIGNS = ["keydown", "pointerdown"] as const;

const current = shallowRef<StoreStatus | null>(null);
const openings = ref(0);

/** A first start is under way: the store is open, but its recovery key has not been put on paper yet. */
export const firstStart = ref(false);

/** What the store said last; null until the first answer. */
export const status = readonly(current);

/** Changes with each unlocking, so that nothing of an earlier session stays in a component. */
export const opening = readonly(openings);

export const isOpen = computed(() => current.value?.state === "open");

/** Whether a store shows something, a damaged one for reading too: then somebody's being there holds the lock off. */
const shows = (status: StoreStatus | null): boolean => status?.state === "open" || status?.state === "damaged";
const isShown = computed(() => shows(current.value));

/** Who the open store belongs to; null while it is locked. */
export const store = computed(() => current.value?.open ?? null);

/** The megabytes left on the store's disk, where they are so few that it may soon be full; null otherwise. */
export const spaceLeft = computed(() => current.value?.space_left ?? null);

/** Takes a status in; every command that opens or locks the store replies with one. */
export function take(status: StoreStatus): void {
    if (status.state === "open" && !isOpen.value) {
        openings.value += 1;
    } else if (isShown.value && !shows(status)) {
        // Only as it is shut: at the door somebody may be writing, who is not to lose it by each asking.
        forgetAll();
    }
    if (status.state === "locked") {
        firstStart.value = false;
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

let activeAt = 0;

/** Somebody is there: the store's time until it locks begins anew. */
function active(): void {
    if (isShown.value && Date.now() - activeAt >= ACTIVE_EVERY) {
        activeAt = Date.now();
        void call("store.active", {}).then(take, () => undefined);
    }
}

/** The shell is about to lock the store or to close the window, and waits for the saves put into the event. */
function saving(event: Event): void {
    (event as CustomEvent<Promise<unknown>[]>).detail.push(flushAll());
}

/** Starts asking; gives the way to stop. */
export function watchStore(): () => void {
    window.addEventListener("samsyn-saving", saving);
    for (const sign of SIGNS) {
        window.addEventListener(sign, active, { passive: true, capture: true });
    }
    whenLocked(() => {
        if (isShown.value && current.value) {
            take({ ...current.value, state: "locked", open: null });
        }
    });
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY);
    return () => {
        clearInterval(timer);
        for (const sign of SIGNS) {
            window.removeEventListener(sign, active, { capture: true });
        }
        window.removeEventListener("samsyn-saving", saving);
    };
}
