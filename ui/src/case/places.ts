/** Where in a case something is put right: the step of each lack and each task. */
import type { RouteLocationRaw } from "vue-router";
import type { DraftKind, Missing, MissingCode, Step, TaskCode } from "@/bindings/wire";
import { draftScope } from "./case";

/** The steps of a case in their order. */
export const steps: Step[] = ["need", "yes", "preparation", "consent", "call", "meeting", "plan", "follow_up", "closing"];

/** The pages of a case beside its steps. */
export const pages = ["braid", "documents", "handing", "history", "access"] as const;

/** The place of a step, or of a page, of a case; `field` is the id of a field to go to there. */
export function stepPlace(id: string, step: Step | (typeof pages)[number], field?: string): RouteLocationRaw {
    return { name: `case-${step}`, params: { id }, query: field ? { field } : {} };
}

const ofMissing: Partial<Record<MissingCode, Step>> = { sip_yes: "yes", consent_judgement: "yes", guardian_yes: "yes", guardian_answer: "yes", measures: "meeting", read_back: "meeting", follow_up: "meeting", wrong_person: "plan", party_ground: "consent", age_unknown: "yes", not_handed_over: "plan" };

/** The step where records of a kind are written; all others are written in the meeting. */
const ofKind: Partial<Record<DraftKind, Step>> = { frame: "plan", need: "need", other_plan: "need", plan_frame: "plan", preparation: "preparation" };

const ofTask: Record<TaskCode, Step | (typeof pages)[number]> = {
    meeting_today: "meeting",
    follow_up_overdue: "follow_up",
    ask_for_yes: "yes",
    meet_apart: "call",
    tell_of_cancellation: "call",
    send_changed_call: "call",
    call_at_discharge: "call",
    lss_review: "follow_up",
    send_call: "call",
    send_reminder: "call",
    answer_missing: "call",
    fix_plan: "plan",
    file_plan: "plan",
    give_to_person: "plan",
    give_copy: "plan",
    follow_up_coming: "follow_up",
    ground_ending: "consent",
    guardian_answer: "yes",
    turns_eighteen: "yes",
    book_follow_up: "follow_up",
    question_due: "meeting",
    receipt_missing: "handing",
    deviation_unanswered: "follow_up",
};

/** Where a lack of the plan is put right. */
export function missingPlace(id: string, missing: Missing): RouteLocationRaw {
    const field = missing.kind && missing.field ? `${draftScope(missing.kind, missing.record ?? id)}-${missing.field}` : undefined;
    return stepPlace(id, ofMissing[missing.code] ?? (missing.kind && ofKind[missing.kind]) ?? "meeting", field);
}

/** Where a task is done. */
export function taskPlace(id: string, code: TaskCode): RouteLocationRaw {
    return stepPlace(id, ofTask[code]);
}
