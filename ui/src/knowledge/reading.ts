/** What is read beside the page: a help, or a page of kunskapsstöd. It stands over the page, which stays as it is. */
import { computed, readonly, shallowRef } from "vue";

/** A help by its view, or a page of kunskapsstöd by its name. */
export type Reading = { readonly help: string } | { readonly page: string };

const opened = shallowRef<readonly Reading[]>([]);

/** What is read now; null where nothing is. */
export const reading = computed(() => opened.value.at(-1) ?? null);

/** Whether something was read before it, to go back to. */
export const cameFrom = readonly(computed(() => opened.value.length > 1));

export function read(what: Reading): void {
    opened.value = [...opened.value, what];
}

export function readBefore(): void {
    opened.value = opened.value.slice(0, -1);
}

export function stopReading(): void {
    opened.value = [];
}
