/** Which of the county's units come first when a party is suggested. */
import type { Activity, Principal, Unit } from "@/bindings/wire";

/** Words in the name of a unit that works with children and young people. */
const ofChildren = /\b(bup|barn|ungdom|elev|skola|norrbus)/i;

/** Whose store it is, and about whom the case is. */
export interface Around {
    principal: Principal | null;
    activity: Activity | null;
    child: boolean;
}

/**
 * Puts the units that a SIP needs beside one's own first: the other principal's, and for a child those that work with
 * children. A school has no principal of its own here, so both are suggested.
 */
export function suggested(units: readonly Unit[], around: Around): { first: Unit[]; rest: Unit[] } {
    const first = units.filter((unit) => isSuggested(unit, around));
    return { first, rest: units.filter((unit) => !first.includes(unit)) };
}

function isSuggested(unit: Unit, { principal, activity, child }: Around): boolean {
    if (child && ofChildren.test(unit.unit)) {
        return true;
    }
    if (!child && ofChildren.test(unit.unit)) {
        return false;
    }
    if (unit.kind !== "municipality" && unit.kind !== "region") {
        return false;
    }
    return activity === "school" || principal === null || unit.kind !== principal;
}
