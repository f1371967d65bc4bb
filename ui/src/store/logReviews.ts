/** Checks of the access log: why one waits, in words. */
import type { ReviewWaits } from "@/bindings/wire";
import { t } from "@/texts";
import { longDate } from "@/time";

/** Why a check waits. */
export function waitsWords(waits: ReviewWaits): string {
    return waits.why === "never_made" ? t("log-review-never-made") : t("log-review-day-came", { day: longDate(waits.on) });
}
