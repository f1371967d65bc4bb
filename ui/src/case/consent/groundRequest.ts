/** The filled form of a ground, as its command wants it. */
import type { Answer, Basis, CaseView, Direction, InformationKind, Manner, PartyId, Scope } from "@/bindings/wire";
import { store } from "@/session";
import type { CaseRequest } from "../case";
import { code, codes, text, ticked, type Filled } from "../filled";

/**
 * What the form of a ground starts from: today, and whoever works here. What was said of another party in the same
 * conversation is not asked for again (WCAG 3.3.7): for what, how long, and in which way it was said.
 */
export function groundStart(view: CaseView): Filled {
    const start = { direction: "both", scope: "kinds", valid_from: view.today, on: view.today, taken_by: store.value?.user.name ?? "", attends: true };
    const before = view.case.grounds.findLast((ground) => ground.basis === "consent" && ground.answer === "yes" && ground.on === view.today);
    if (!before) {
        return start;
    }
    const { purpose, valid_to, manner, interpreter } = before;
    return { ...start, purpose, valid_to: valid_to ?? "", until_further_notice: !valid_to, manner, interpreter };
}

/** The request; `givenBy` is the guardian or representative who consents, where it is not the person. A no opens nothing, so that what it would have opened is not asked for; throws `AppError`. */
export function groundRequest(party: PartyId, fields: Filled, givenBy: PartyId | null = null): CaseRequest<"ground.record"> {
    const answer = code<Answer>(fields, "answer");
    const given = {
        party,
        basis: code<Basis>(fields, "basis"),
        answer,
        manner: code<Manner>(fields, "manner"),
        on: text(fields, "on"),
        taken_by: text(fields, "taken_by"),
        reason: text(fields, "reason"),
        meeting: null,
        given_by: givenBy,
        interpreter: text(fields, "interpreter"),
    };
    if (answer === "no") {
        const nothing = { direction: "both", scope: "stated", kinds: [], except: [], statement: "", purpose: "" } as const;
        const never = { valid_from: given.on, valid_to: "", until_further_notice: false, attends: false, told_of_withdrawal: false };
        return { ...given, ...nothing, kinds: [], except: [], ...never };
    }
    const scope = code<Scope>(fields, "scope");
    const openEnded = ticked(fields, "until_further_notice");
    return {
        ...given,
        direction: code<Direction>(fields, "direction"),
        scope,
        kinds: scope === "kinds" ? codes<InformationKind>(fields, "kinds") : [],
        except: scope === "whole_plan" ? codes<InformationKind>(fields, "except") : [],
        attends: ticked(fields, "attends"),
        statement: text(fields, "statement"),
        purpose: text(fields, "purpose"),
        valid_from: text(fields, "valid_from"),
        valid_to: openEnded ? "" : text(fields, "valid_to"),
        until_further_notice: openEnded,
        told_of_withdrawal: ticked(fields, "told_of_withdrawal"),
    };
}
