/** What rows of a year are chosen: the codes that columns may have, and the words for it. */
import { capital } from "@/case/names";
import { t, term } from "@/texts";
import { codeWords } from "./tables";

/** For each column the codes that rows may have. A column that is not named takes every row. */
export type Selection = Record<string, string[]>;

/** The parts of a year, each with its quarters. */
export const parts: Record<string, string[]> = {
    "first-half": ["1", "2"],
    "second-half": ["3", "4"],
    "quarter-1": ["1"],
    "quarter-2": ["2"],
    "quarter-3": ["3"],
    "quarter-4": ["4"],
};

/** The columns that are chosen by one code each. */
export const columns = ["municipality", "activity", "age_band", "sex", "area"];

/** The part of the year that a selection takes; empty for all of it. */
export function partOf(selection: Selection): string {
    const quarters = selection.quarter?.join();
    return Object.keys(parts).find((part) => parts[part]?.join() === quarters) ?? "";
}

/** A selection with other codes for a column; with every row of it where none is given. */
export function withCodes(selection: Selection, column: string, codes: string[]): Selection {
    const rest = Object.fromEntries(Object.entries(selection).filter(([name]) => name !== column));
    return codes.length ? { ...rest, [column]: codes } : rest;
}

/** What is chosen, in words. */
export function selectionWords(selection: Selection): string {
    const part = partOf(selection);
    const chosen = columns.flatMap((column) => (selection[column] ?? []).map((code) => choiceWords(column, code)));
    return capital([...(part ? [term("statistics-part", part)] : []), ...chosen].join(", "));
}

/** The words for one choice. What is not known of a row says of what it is not. */
export function choiceWords(column: string, code: string): string {
    return code === "unknown" ? t("statistics-choose-unknown", { what: term("statistics-by", column) }) : codeWords("", column, code);
}
