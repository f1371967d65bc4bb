/** Choosing a party fills in what is known of it: who answers, which unit, which person. */
import type { DraftKind, Party } from "@/bindings/wire";
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
    const principal = party?.kind === "municipality" || party?.kind === "region" ? party.kind : null;
    return { principal, unit: party?.unit.trim() ?? "", person: party?.name.trim() ?? "" };
}

const known: Partial<Record<DraftKind, (party: Party | "own" | undefined) => Known>> = {
    measure: ofMeasure,
    other_measure: (party) => ({ done_by: party && party !== "own" ? party.name.trim() || party.unit.trim() : "" }),
    open_question: (party) => ({ owner: party && party !== "own" ? party.name.trim() : "" }),
};

/** Who can answer for a measure: one's own unit, and units of the two principals. */
export function measureParties(file: CaseFile): Choice[] {
    const { parties } = file.view.value.case;
    const units = parties.filter((party) => party.kind === "municipality" || party.kind === "region");
    return [{ code: OWN, words: t("measure-own-unit", { unit: store.value?.organisation.unit ?? "" }) }, ...partyChoices(units)];
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
