/** How the tables of a year are read: which figures belong together, and the words of codes and cells. */
import type { Publication, StatisticsCell, StatisticsTable } from "@/bindings/wire";
import { capital } from "@/case/names";
import { hasText, t, term } from "@/texts";
import words from "../../../assets/statistics/words.json";

/** The definitions by what they are about; first what the work is for. */
export const groups: Record<string, string[]> = Object.fromEntries(words.groups.map(({ group, definitions }) => [group, definitions]));

/** The list of terms that the codes of a column have their words in; of one definition's column where columns are called alike. */
const lists: Record<string, string> = words.lists;

/** The words for a row's or a column's code. A municipality and a unit are called by the name that is their code. */
export function codeWords(definition: string, column: string, code: string): string {
    const list = lists[`${definition}.${column}`] ?? lists[column];
    if (list !== undefined && hasText(`${list}-${code.replaceAll("_", "-")}`)) {
        return capital(term(list, code));
    }
    return ["total", "unknown", "none", "other", "waiting"].includes(code) ? term("statistics-code", code) : code;
}

/** A number as it is written in Swedish, with a narrow space between thousands. */
export function decimal(value: number): string {
    return value.toLocaleString("sv-SE").replaceAll("\u00a0", "\u202f");
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
        const of = t("statistics-tables-share-of", { count: decimal(cell.count ?? 0), of: decimal(cell.of ?? 0) });
        return { words: t("statistics-tables-share", { value }), of };
    }
    return counted ? { words: value } : { words: value, of: t("statistics-tables-number-of", { count: decimal(cell.count ?? 0) }) };
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
