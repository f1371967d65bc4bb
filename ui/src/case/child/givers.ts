/** Who answers: the person, a guardian or a representative. */
import type { Case, PartyId } from "@/bindings/wire";
import type { Choice } from "@/parts/choice";
import { fullName } from "@/person/person";
import { t } from "@/texts";
import { code, text, type Filled } from "../filled";
import { partyName, whoName } from "../names";

/** The choice that stands for the person, who is no party. */
const person = "person";

/** Those who can answer in a case. Alone, the person is no choice. */
export function giverChoices(found: Case): Choice[] {
    const others = found.parties.filter((party) => party.kind === "guardian" || party.kind === "representative");
    return [
        { code: person, words: t("giver-self", { who: fullName(found.person) }) },
        ...others.map((party) => ({ code: party.id, words: [partyName(party), party.name.trim() && party.unit.trim()].filter(Boolean).join(", ") })),
    ];
}

/** Who is chosen in the form so far; nothing is the person, or nobody yet. */
export function chosenGiver(fields: Filled): PartyId | null {
    const giver = text(fields, "given_by");
    return giver === person || giver === "" ? null : giver;
}

/** Who answered by the filled form; nothing is the person. Throws the refusal of an empty field where it was not said. */
export function givenBy(found: Case, fields: Filled): PartyId | null {
    if (giverChoices(found).length > 1) {
        code(fields, "given_by");
    }
    return chosenGiver(fields);
}

/** The names of those whose answers are needed or given. */
export function giverNames(found: Case, givers: readonly (PartyId | null)[]): string {
    return givers.map((giver) => whoName(found, giver)).filter(Boolean).join(", ");
}
