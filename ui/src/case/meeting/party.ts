/** Choosing a party fills in what is known of it: who answers, which unit, which person. */
import type { DraftKind, Party, Principal } from "@/bindings/wire";
import type { FieldSource } from "@/field";
import type { Choice } from "@/parts/choice";
import { store } from "@/session";
import { t } from "@/texts";
import { draftRecords, type CaseFile } from "../case";
import { partyChoices } from "../names";

/** Stands for one's own unit, which is no party of the case. */
const OWN = "own";

/** What a choice fills in, by field. */
type Known = Record<string, string | null>;

function ofMeasure(party: Party | "own" | undefined): Known {
    if (party === "own") {
        const open = store.value;
        return { principal: open?.organisation.principal ?? null, unit: open?.organisation.unit ?? "", person: open?.user.name ?? "" };
    }
    return { principal: party ? principalOf(party) : null, unit: party?.unit.trim() ?? "", person: party?.name.trim() ?? "" };
}

const known: Partial<Record<DraftKind, (party: Party | "own" | undefined) => Known>> = {
    measure: ofMeasure,
    other_measure: (party) => ({ done_by: party && party !== "own" ? party.name.trim() || party.unit.trim() : "" }),
    open_question: (party) => ({ owner: party && party !== "own" ? party.name.trim() : "" }),
};

/** The principal that answers for a party: its own, or the one that a private unit works for. */
function principalOf(party: Party): Principal | null {
    return party.kind === "private" ? party.principal : party.kind === "municipality" || party.kind === "region" ? party.kind : null;
}

/** Who can answer for a measure: one's own unit unless it is a school, and units that a principal answers for. */
export function measureParties(file: CaseFile): Choice[] {
    const units = partyChoices(file.view.value.case.parties.filter(principalOf));
    const own = { code: OWN, words: t("measure-own-unit", { unit: store.value?.organisation.unit ?? "" }) };
    return isSchool() ? units : [own, ...units];
}

function isSchool(): boolean {
    return store.value?.organisation.activity === "school";
}

/** Whether a school takes part. It is no principal, and what it does stands as a measure by somebody else. */
export function hasSchool(file: CaseFile): boolean {
    return isSchool() || file.view.value.case.parties.some((party) => party.kind === "school");
}

/**
 * The fields of a record that has a party. When the party is chosen, the fields that follow from it are set in the same
 * write, but never over what somebody has written by hand.
 */
export function partySource(file: CaseFile, kind: DraftKind, id: string): FieldSource {
    const inner = file.draftSource(kind, id);
    const record = (): Known => (draftRecords(file.view.value.case, kind).find((each) => each.id === id) ?? {}) as unknown as Known;
    const partyOf = (code: unknown) => (code === OWN ? "own" : file.view.value.case.parties.find((party) => party.id === code));
    const chosen = (): string | null => {
        const { party, unit } = record();
        const own = kind === "measure" && Boolean(unit) && unit === store.value?.organisation.unit;
        return party ?? (own ? OWN : null);
    };
    return {
        scope: inner.scope,
        get readonly() {
            return inner.readonly ?? false;
        },
        stored: (name) => (name === "party" ? chosen() : inner.stored(name)),
        async save(name, value, seen) {
            const fill = known[kind];
            if (name !== "party" || !fill) {
                return inner.save(name, value, seen);
            }
            const stored = record();
            const before = fill(partyOf(seen));
            const stands = ([field]: [string, unknown]): boolean => !stored[field]?.trim() || stored[field] === before[field];
            const follows = Object.fromEntries(Object.entries(fill(partyOf(value))).filter(stands));
            const raw = (code: unknown): unknown => (code === OWN ? null : code);
            const reply = await file.run("draft.set", {
                kind,
                id,
                fields: { ...follows, party: raw(value) },
                seen: { ...Object.fromEntries(Object.keys(follows).map((field) => [field, stored[field] ?? null])), party: raw(seen) },
            });
            return { at: reply.saved_at };
        },
    };
}
