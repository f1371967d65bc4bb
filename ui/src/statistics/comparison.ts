/** How a figure has changed since the year before, where both are shown as numbers: then the difference tells nothing more. */
import type { Publication, StatisticsCell, StatisticsTable } from "@/bindings/wire";
import { t } from "@/texts";
import { cellWords, counts, decimal } from "./tables";

/** The means and medians that are days. */
const inDays = ["waited", "need_to_call", "need_to_meeting", "meeting_to_plan", "life", "deviation_answer_days", "contact_waited"];

/** The table of another year that counts the same by the same definition. */
export function sameTable(publication: Publication | null, table: StatisticsTable): StatisticsTable | undefined {
    return publication?.tables.find((other) => other.definition === table.definition && other.version === table.version && other.by === table.by);
}

/** The figure of a row as a whole in the table of another year. Without such a row there was nothing to count. */
export function sameFigure(table: StatisticsTable, row: string): StatisticsCell {
    const found = table.rows.find((other) => other.code === row)?.cells.at(-1);
    return found ?? { shown: "number", value: counts(table) ? 0 : null, count: 0, of: table.measure === "share" ? 0 : null };
}

/** What a figure was, or why that is not shown. */
export function wasWords(table: StatisticsTable, then: StatisticsCell, below: number): string {
    const { words, of } = cellWords(table, then, below);
    if (then.shown !== "number" || then.value === null) {
        return words;
    }
    return of === undefined ? t("statistics-change-was", { was: words }) : t("statistics-change-was-of", { was: words, of });
}

/** The difference in words; nothing where one of the two is not shown, or where there was nothing in either year. */
export function changeWords(table: StatisticsTable, now: StatisticsCell, then: StatisticsCell): string | undefined {
    if (now.shown !== "number" || then.shown !== "number" || now.value === null || then.value === null) {
        return undefined;
    }
    if (counts(table) && now.value === 0 && then.value === 0) {
        return undefined;
    }
    const difference = Math.round((now.value - then.value) * 10) / 10;
    if (difference === 0) {
        return t("statistics-change-none");
    }
    const kind = counts(table) ? "count" : table.measure === "share" ? "share" : inDays.includes(table.definition) ? "days" : "number";
    const by = Math.abs(difference);
    return t(`statistics-change-${kind}-${difference > 0 ? "more" : "less"}`, { by: decimal(by), count: by });
}
