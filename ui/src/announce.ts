/** The one polite live region: what a sighted user sees happen, said to a screen reader. */
import { readonly, ref, type Ref } from "vue";

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

/** Words that stand on the page and are said: what stands there, and the way to change it. Nothing is said of no words. */
export function useSaid(): { said: Readonly<Ref<string>>; say(sentence: string): void } {
    const said = ref("");
    return {
        said: readonly(said),
        say(sentence) {
            said.value = sentence;
            if (sentence) {
                announce(sentence);
            }
        },
    };
}
