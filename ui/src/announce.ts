/** The one polite live region: what a sighted user sees happen, said to a screen reader. */
import { readonly, ref } from "vue";

const text = ref("");

/** What the live region says now. */
export const announcement = readonly(text);

/** Says a sentence. The same sentence twice is said twice, which needs an empty moment between. */
export function announce(sentence: string): void {
    text.value = "";
    setTimeout(() => {
        text.value = sentence;
    }, 50);
}
