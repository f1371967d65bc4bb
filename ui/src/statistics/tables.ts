/** How the tables of a year are read: which figures belong together, and the words of codes and cells. */
import type { Publication, StatisticsCell, StatisticsTable } from "@/bindings/wire";
import { capital } from "@/case/names";
import { hasText, t, term } from "@/texts";

/** The definitions by what they are about; first what the work is for. */
export const groups: Record<string, string[]> = {
    "follow-up": ["follow_up_kept", "goals", "goals_better", "goals_own", "measures_done", "follow_up_outcome"],
    coming: ["attendance", "person_took_part", "child_view", "relatives", "interpreters"],
    contacts: ["contacts", "contact_areas", "contact_waited"],
    people: ["cases", "age_mean", "age_median", "problems", "mixed_use", "comorbidity", "other_plans", "waited", "guarantee_passed"],
    way: [
        ...["offers", "sip_answer", "call_on_consent", "need_to_call", "call_within_limit", "need_to_meeting", "call_to_meeting"],
        ...["meeting_within_limit", "meeting_to_plan", "read_back"],
    ],
    plan: ["overall", "follow_up_set", "by_others", "measures", "measures_a_plan", "measures_coded", "double_work"],
    after: ["closings", "life", "deviations", "deviations_answered", "deviation_answer_days", "evaluation"],
};

/** The list of terms that the codes of a column have their words in; of one definition's column where columns are called alike. */
const lists: Record<string, string> = {
    age_band: "statistics-age",
    sex: "sex",
    area: "area",
    problem: "area",
    plan_type: "plan-type",
    principal: "principal",
    type: "measure-type",
    scale: "goal-scale",
    own_scale: "goal-scale",
    state: "measure-state",
    reason: "closing-reason",
    read_back: "read-back",
    from_call: "statistics-class",
    question: "paper-evaluation",
    evaluator: "evaluator",
    who: "contact-who",
    activity: "activity",
    "contacts.outcome": "contact-outcome",
    "offers.kind": "offer-kind",
    "offers.outcome": "offer-outcome",
    "follow_up_outcome.outcome": "follow-up-outcome",
    "deviations.kind": "deviation-kind",
};

/** The words for a row's or a column's code. A municipality and a unit are called by the name that is their code. */
export function codeWords(definition: string, column: string, code: string): string {
    const list = lists[`${definition}.${column}`] ?? lists[column];
    if (list !== undefined && hasText(`${list}-${code.replaceAll("_", "-")}`)) {
        return capital(term(list, code));
    }
    return ["total", "unknown", "none", "other", "waiting"].includes(code) ? term("statistics-code", code) : code;
}

/** A number as it is written. */
export function decimal(value: number): string {
    return String(value).replace(".", ",");
}

/** Whether the figures of a table are counts. */
export function counts(table: StatisticsTable): boolean {
    return table.measure === "count" || table.measure === "histogram";
}

/** The words of a cell, and beside a share, a mean or a median how many it is of. */
export function cellWords(table: StatisticsTable, cell: StatisticsCell, below: number): { words: string; of?: string } {
    const counted = counts(table);
    if (cell.shown === "hidden") {
        return { words: t("statistics-tables-hidden") };
    }
    if (cell.shown === "few") {
        return { words: counted ? t("statistics-tables-few", { below }) : t("statistics-tables-few-share") };
    }
    if (cell.value === null) {
        return { words: t("statistics-tables-nothing") };
    }
    const value = decimal(cell.value);
    if (table.measure === "share") {
        const of = t("statistics-tables-share-of", { count: cell.count ?? 0, of: cell.of ?? 0 });
        return { words: t("statistics-tables-share", { value }), of };
    }
    return counted ? { words: value } : { words: value, of: t("statistics-tables-number-of", { count: cell.count ?? 0 }) };
}

/** The tables of one definition. */
export function tablesOf(publication: Publication, definition: string): StatisticsTable[] {
    return publication.tables.filter((table) => table.definition === definition);
}

/** Whether there is nothing to count in any table: none of them has a row but that of the whole. */
export function isEmpty(publication: Publication): boolean {
    return publication.tables.every((table) => table.rows.length <= 1);
}

/** The figure of a whole table: its last row's last cell. */
export function wholeFigure(table: StatisticsTable): StatisticsCell | undefined {
    return table.rows.at(-1)?.cells.at(-1);
}
