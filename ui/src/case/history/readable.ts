/** Makes a change of the log readable: which field, and its values in words. */
import type { Case, FieldChange, HistoryEntry } from "@/bindings/wire";
import { fullName } from "@/person/person";
import { hasText, t, term } from "@/texts";
import { dayDate, moment } from "@/time";
import { meetingName, whoName } from "../names";

/** A change as a person reads it. */
export interface ReadableChange {
    field: string;
    old: string;
    new: string;
}

/** Columns that say nothing to whoever reads: they hold keys, sums and what is told elsewhere. */
const silent = new Set(["id", "chain_id", "case_id", "at", "by", "position", "content", "hash", "sha256", "sheet", "media_type", "size", "grounds", "call.ground", "withdrawal.ground", "call", "hand_over", "hold"]);

/** The list of codes that a column holds, by table and column or by column alone. */
const lists: Record<string, string> = {
    "need.areas": "area",
    "need.main_area": "area",
    "goal.term": "term",
    "measure.principal": "principal",
    "plan_frame.overall": "principal",
    "party.kind": "party-kind",
    "meeting.kind": "meeting-kind",
    "meeting.form": "meeting-form",
    "goal_rating.scale": "goal-scale",
    "goal_rating.own_scale": "goal-scale",
    "measure_status.state": "measure-state",
    "offer.kind": "offer-kind",
    "offer.outcome": "offer-outcome",
    "call.kind": "call-kind",
    "call_reply.reply": "reply",
    "presence_mark.mark": "presence",
    "meeting_marked.mark": "meeting-mark",
    "read_back_answer.answer": "read-back",
    "signature.manner": "signature-manner",
    "attachment.kind": "attachment-kind",
    "disclosure.kind": "disclosure-kind",
    "deviation.kind": "deviation-kind",
    "follow_up.outcome": "follow-up-outcome",
    "closing.reason": "closing-reason",
    "need.minor_children": "answer",
    "party.principal": "principal",
    "party.form": "meeting-form",
    "meeting.apart": "meet-apart",
    "meeting.absence": "absence-way",
    "measure.action": "measure-type",
    "role.role": "role-code",
    "other_plan.kind": "other-plan-kind",
    "child.custody": "custody",
    "know_judgement.kind": "information-kind",
    "know_judgement.ground": "know-ground",
    "notice.kind": "notice-kind",
    "annulment.kind": "annulled-kind",
    "call.occasion": "call-occasion",
    "case_passing.way": "passing-way",
    "disposal_hold.reason": "hold-reason",
    kinds: "information-kind",
    purpose_kinds: "information-kind",
    situation_kinds: "information-kind",
    except: "information-kind",
    basis: "basis",
    answer: "answer",
    direction: "direction",
    scope: "scope",
    manner: "manner",
    delivery: "delivery",
    evaluator: "evaluator",
    plan_type: "plan-type",
    protection: "protection",
};

const yesOrNo = new Set(["no_other_measures", "attends", "told_of_withdrawal", "left_out", "lives_with", "place_reveals", "done", "child", "may_know"]);

function label({ table, field }: FieldChange): string {
    const dashed = field.replaceAll("_", "-");
    const own = `field-${table.replaceAll("_", "-")}-${dashed}`;
    if (hasText(own)) {
        return t(own);
    }
    return hasText(`history-field-${dashed}`) ? t(`history-field-${dashed}`) : t(`field-${dashed}`);
}

function named(found: Case, field: string, id: string): string | null {
    switch (field) {
        case "person":
            return fullName(found.person);
        case "party":
        case "given_by":
        case "guardian":
        case "representative":
            return whoName(found, id);
        case "guardians":
        case "parties":
            return (listed(id) ?? []).map((party) => whoName(found, party)).join(", ");
        case "record":
        case "deviation":
            return recordName(found, id);
        case "meeting": {
            const meeting = found.meetings.find((each) => each.id === id);
            return meeting ? meetingName(meeting) : "";
        }
        case "goal":
            return found.goals.find((each) => each.id === id)?.text ?? "";
        case "measure":
            return found.measures.find((each) => each.id === id)?.text ?? "";
        case "version":
            return String(found.versions.find((each) => each.id === id)?.number ?? "");
        default:
            return null;
    }
}

/** What an act is known by, to whoever reads that it was annulled or answered. */
function recordName(found: Case, id: string): string {
    const of = <T extends { id: string }>(acts: T[]): T | undefined => acts.find((each) => each.id === id);
    const ground = of(found.grounds);
    const judgement = of(found.know_judgements) ?? of(found.consent_judgements);
    const notice = of(found.notices);
    const evaluation = of(found.evaluations);
    const offer = of(found.offers);
    return (
        of(found.deviations)?.event ??
        of(found.attachments)?.label ??
        of(found.archive_copies)?.what ??
        of(found.signatures)?.name ??
        (ground && `${whoName(found, ground.party)}, ${dayDate(ground.on)}`) ??
        (judgement && `${judgement.judged_by}, ${dayDate(judgement.on)}`) ??
        (notice && `${term("notice-kind", notice.kind)}, ${dayDate(notice.on)}`) ??
        (evaluation && `${term("evaluator", evaluation.evaluator)}, ${moment(evaluation.at)}`) ??
        (offer && `${offer.who}, ${dayDate(offer.on)}`) ??
        ""
    );
}

function listed(value: string): string[] | null {
    try {
        const parsed: unknown = JSON.parse(value);
        return Array.isArray(parsed) ? parsed.map(String) : null;
    } catch {
        return null;
    }
}

function words(found: Case, { table, field }: FieldChange, value: string): string {
    if (value === "") {
        return "";
    }
    const list = lists[`${table}.${field}`] ?? lists[field];
    if (list) {
        return (listed(value) ?? [value]).map((code) => term(list, code)).join(", ");
    }
    if (yesOrNo.has(field)) {
        return t(value === "1" ? "yes" : "no");
    }
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) {
        return moment(value);
    }
    return named(found, field, value) ?? dayDate(value);
}

/** The changes of an entry that mean something to a reader. A new record's empty fields are left out. */
export function readable(found: Case, entry: HistoryEntry): ReadableChange[] {
    const empty = (value: string): boolean => value === "" || value === "[]" || value === "0";
    return entry.changes
        .filter((change) => !silent.has(change.field) && !silent.has(`${change.table}.${change.field}`) && (change.hidden || !(empty(change.old) && empty(change.new))))
        .map((change) => ({
            field: label(change),
            old: words(found, change, change.old),
            new: change.hidden ? t("protected-hidden") : words(found, change, change.new),
        }));
}

/** What an entry did, in words: "ändrade: mål". */
export function deed(entry: HistoryEntry): string {
    const key = `command-${entry.command.replaceAll(/[._]/g, "-")}`;
    const what = hasText(key) ? t(key) : entry.command;
    const table = entry.changes[0]?.table.replaceAll("_", "-") ?? "";
    return entry.command.startsWith("draft.") && hasText(`draft-kind-${table}`) ? `${what}: ${t(`draft-kind-${table}`)}` : what;
}

/** Acts and steps that take something back or put it right. */
const corrections = new Set(["annulment.record", "ground.withdraw", "case.move", "case.undo", "case.redo", "undo", "redo"]);

/** Whether an entry corrects: it takes something back, or puts another value where one stood. Half-written forms are none. */
export function corrects(entry: HistoryEntry): boolean {
    const replaced = (change: FieldChange): boolean => change.table !== "form" && !silent.has(change.field) && change.old !== "" && change.old !== "[]" && change.new !== change.old;
    return corrections.has(entry.command) || entry.undone || (entry.command === "draft.set" && entry.changes.some(replaced));
}
