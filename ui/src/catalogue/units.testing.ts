/** Units to test with. */
import type { Unit } from "@/bindings/wire";

const unknown: Unit = {
    id: "",
    kind: null,
    organisation: "",
    unit: "",
    phone: "",
    does: "",
    does_not: "",
    ages_from: "",
    ages_to: "",
    areas: [],
    municipality: "",
    hours: "",
    address: "",
    obstacles: "",
    digital: "",
    web: "",
    email: "",
    approach: null,
    approach_note: "",
    source: "",
    checked_on: "",
    ended_on: null,
};

/** A unit of which this much is known. */
export function unit(name: string, known: Partial<Unit> = {}): Unit {
    return { ...unknown, id: name, unit: name, ...known };
}
