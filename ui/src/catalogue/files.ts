/** What stands in the files of the catalogue: the columns, and the codes that they can have. */
import type { CatalogueKind, FileRecord } from "@/bindings/wire";
import { areas, capital, measureTypes } from "@/case/names";
import { t, term } from "@/texts";
import { agesWords, answerers, approaches, unitKinds, unitName } from "./catalogue";

interface Column {
    readonly name: string;
    /** The list of its codes and the codes; none where it is words. */
    readonly codes?: readonly [string, readonly string[]];
}

const words = (...names: string[]): Column[] => names.map((name) => ({ name }));

/** The columns of each list, in the order in which the store writes them. */
export const columns: Record<CatalogueKind, Column[]> = {
    unit: [
        { name: "kind", codes: ["party-kind", unitKinds] },
        ...words("organisation", "unit", "phone", "does", "does_not", "ages_from", "ages_to"),
        { name: "areas", codes: ["area", areas] },
        ...words("municipality", "hours", "address", "obstacles", "digital", "web", "email"),
        { name: "approach", codes: ["approach", approaches] },
        ...words("approach_note", "source", "checked_on"),
    ],
    demarcation: [
        { name: "action", codes: ["measure-type", measureTypes] },
        { name: "area", codes: ["area", areas] },
        ...words("ages_from", "ages_to"),
        { name: "answered_by", codes: ["answered-by", answerers] },
        ...words("text", "source", "since"),
    ],
};

/** The columns as a table for people: what each is called, what it means, and its codes. */
export function columnRows(kind: CatalogueKind): string[][] {
    return columns[kind].map(({ name, codes }) => {
        const coded = codes ? codes[1].map((code) => `${code} (${term(codes[0], code).toLocaleLowerCase("sv")})`).join(", ") : "";
        return [name, term(`field-${kind}`, name), coded];
    });
}

/** What a row of a file is about. */
export function recordName({ kind, record }: FileRecord): string {
    if (kind === "unit") {
        return [unitName(record), record.organisation.trim()].filter(Boolean).join(", ");
    }
    const action = record.action ? capital(term("measure-type", record.action)) : t("demarcation-any-action");
    return [action, record.area ? term("area", record.area) : "", agesWords(record)].filter(Boolean).join(", ");
}
