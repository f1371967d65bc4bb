/** The words of a refusal at the door. After too many wrong tries the seconds that are left are counted down in them. */
import { computed, onBeforeUnmount, ref, watch, type ComputedRef } from "vue";
import type { Act } from "@/act";
import { errorText } from "@/texts";

export interface Refusal {
    /** What concerns no field; null where nothing was refused. */
    readonly words: ComputedRef<string | null>;
    /** What is wrong with a field; null where nothing is. */
    at(field: string): string | null;
}

export function useRefusal(act: Act): Refusal {
    const left = ref(0);
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = (): void => clearInterval(timer);
    onBeforeUnmount(stop);
    watch(act.refusal, (refused) => {
        stop();
        if (refused?.code !== "too_many_tries") {
            return;
        }
        const until = Date.now() + Number(refused.details.seconds) * 1000;
        const count = (): void => {
            left.value = Math.ceil((until - Date.now()) / 1000);
            if (left.value <= 0) {
                act.refusal.value = null;
            }
        };
        count();
        timer = setInterval(count, 1000);
    });
    const said = computed(() => {
        const refused = act.refusal.value;
        return refused && errorText(refused.code, refused.code === "too_many_tries" ? { seconds: left.value } : refused.details);
    });
    return {
        words: computed(() => (act.refusal.value?.field ? null : said.value)),
        at: (field) => (act.refusal.value?.field === field ? said.value : null),
    };
}
