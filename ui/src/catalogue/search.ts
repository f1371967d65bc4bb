/** What of the catalogue fits what somebody looks for. Nothing here is about anybody, so every word may be searched in. */
import type { Area, PartyKind, Unit } from "@/bindings/wire";
import { term } from "@/texts";

/** What is looked for; an empty field limits nothing. */
export interface Wanted {
    text: string;
    /** The code of a kommun. */
    municipality: string;
    /** Years, as typed. */
    age: string;
    area: Area | "";
    kind: PartyKind | "";
    /** Whether units that were ended are shown too. */
    ended: boolean;
}

export const everything: Wanted = { text: "", municipality: "", age: "", area: "", kind: "", ended: false };

/** Small letters without their marks, as the search compares them. */
export function folded(text: string): string {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function words(unit: Unit): string {
    const kind = unit.kind ? term("party-kind", unit.kind) : "";
    return folded([unit.unit, unit.organisation, unit.does, kind, ...unit.areas.map((area) => term("area", area))].join(" "));
}

/** Whether a unit has all that was typed, in any order. */
export function says(unit: Unit, text: string): boolean {
    const all = words(unit);
    return folded(text).split(/\s+/).every((word) => all.includes(word));
}

function years(typed: string): number | null {
    const number = Number(typed.trim());
    return typed.trim() === "" || !Number.isInteger(number) || number < 0 ? null : number;
}

/** An age that nobody has limited fits everybody. */
function isOfAge(unit: Unit, age: number | null): boolean {
    const [from, to] = [years(unit.ages_from), years(unit.ages_to)];
    return age === null || ((from === null || from <= age) && (to === null || age <= to));
}

/**
 * The units that fit, those first whose name does, and by name after that. A unit of no kommun is there for the whole county;
 * one of which no area is known is not among those of an area.
 */
export function found(units: readonly Unit[], wanted: Wanted): Unit[] {
    const age = years(wanted.age);
    const fits = units.filter(
        (unit) =>
            (wanted.ended || unit.ended_on === null) &&
            (wanted.municipality === "" || unit.municipality === "" || unit.municipality === wanted.municipality) &&
            (wanted.area === "" || unit.areas.includes(wanted.area)) &&
            (wanted.kind === "" || unit.kind === wanted.kind) &&
            isOfAge(unit, age) &&
            says(unit, wanted.text),
    );
    const typed = folded(wanted.text.trim());
    const byName = (unit: Unit): number => (typed !== "" && folded(unit.unit).includes(typed) ? 0 : 1);
    return fits.sort((a, b) => byName(a) - byName(b) || a.unit.localeCompare(b.unit, "sv") || a.organisation.localeCompare(b.organisation, "sv"));
}
