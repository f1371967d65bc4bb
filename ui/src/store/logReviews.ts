/** Checks of the access log: why one waits, in words, and the one that is half-written. */
import { shallowRef, watch } from "vue";
import type { ReviewWaits } from "@/bindings/wire";
import type { Filled } from "@/case/filled";
import { isOpen } from "@/session";
import { t } from "@/texts";
import { longDate } from "@/time";

/** What stands in the form of a check, since whoever writes it looks into cases meanwhile. */
export const halfWritten = shallowRef<Filled | null>(null);

// After a lock nothing that was typed may stay in memory.
watch(isOpen, (open) => {
    if (!open) {
        halfWritten.value = null;
    }
}, { flush: "sync" });

/** Why a check waits. */
export function waitsWords(waits: ReviewWaits): string {
    return waits.why === "never_made" ? t("log-review-never-made") : t("log-review-day-came", { day: longDate(waits.on) });
}
