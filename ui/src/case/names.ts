/** What the things of a case are called on the screen. */
import type { Area, CallKind, Case, CaseView, DocumentName, InformationKind, MeasureType, Meeting, Party, PartyId, VersionId } from "@/bindings/wire";
import type { Choice } from "@/parts/choice";
import { fullName } from "@/person/person";
import { t, term } from "@/texts";
import { dayDate } from "@/time";

/** The kinds of information, in the order in which they are always shown. */
export const informationKinds: InformationKind[] = [
    "addiction",
    "mental_health",
    "medicine",
    "physical_health",
    "work",
    "schooling",
    "economy",
    "housing",
    "family",
    "practical",
    "test_results",
    "whereabouts",
];

/** The problem areas, in the order in which they are always shown. */
export const areas: Area[] = [
    "alcohol",
    "cannabis",
    "opioids",
    "stimulants",
    "benzodiazepines",
    "new_substances",
    "doping",
    "gambling",
    "mental_health",
    "disability",
    "physical_health",
    "school",
    "housing",
    "other",
];

/** The kinds of measures, in the order in which they are always shown. */
export const measureTypes: MeasureType[] = [
    "assessment",
    "early_detection",
    "early_measures",
    "withdrawal_care",
    "medication",
    "psychosocial_treatment",
    "psychosocial_support",
    "talk_support",
    "comorbidity",
    "infection_control",
    "overdose_suicide",
    "gambling",
    "housing",
    "employment",
    "schooling",
    "economy",
    "relative_support",
    "physical_care",
    "contact_person",
    "coordination",
    "other",
];

/** A sentence's first letter as a capital. */
export function capital(words: string): string {
    return words.charAt(0).toLocaleUpperCase("sv") + words.slice(1);
}

/** The choices of a list of codes, with the words of `terms.ftl`. */
export function codeChoices(list: string, codes: readonly string[]): Choice[] {
    return codes.map((code) => ({ code, words: capital(term(list, code)) }));
}

/** "läkemedel, arbetssituation" */
export function kindWords(kinds: readonly InformationKind[]): string {
    return kinds.map((kind) => term("information-kind", kind)).join(", ");
}

function joined(parts: string[]): string {
    return parts.map((part) => part.trim()).filter(Boolean).join(", ") || t("party-unnamed");
}

/** A party by its contact, or by its unit where nobody is named. */
export function partyName(party: Party): string {
    return party.name.trim() || joined([party.unit || party.organisation]);
}

/** "Maria Sundin, beroendeenheten, Region Jämtland Härjedalen" */
export function partyLine(party: Party): string {
    return joined([party.name, party.unit, party.organisation]);
}

/** The name of whoever a record is about: a party, or the person where there is none. */
export function whoName(found: Case, party: PartyId | null): string {
    const one = found.parties.find((each) => each.id === party);
    return party === null ? fullName(found.person) : one ? partyName(one) : "";
}

/** The choices among parties. */
export function partyChoices(parties: readonly Party[]): Choice[] {
    return parties.map((party) => ({ code: party.id, words: partyLine(party) }));
}

/** "SIP-möte mån 25 januari 2027" */
export function meetingName(meeting: Meeting): string {
    const kind = meeting.kind ? term("meeting-kind", meeting.kind) : t("meeting-unnamed");
    return `${kind} ${dayDate(meeting.held_on.trim())}`.trim();
}

function meetingOf(found: Case, id: string): string {
    const meeting = found.meetings.find((each) => each.id === id);
    return meeting ? meetingName(meeting) : "";
}

function versionNumber(found: Case, version: VersionId): number {
    return found.versions.find((each) => each.id === version)?.number ?? 0;
}

/** A party is called or invited, as its kind and the local agreement say; the person gets a letter. */
function callKind(view: CaseView, party: PartyId | null): CallKind {
    return party === null ? "letter" : (view.gates.find((each) => each.party === party)?.call_as ?? "invited");
}

/** What a document is called in lists. */
export function documentName(view: CaseView, name: DocumentName): string {
    const found = view.case;
    switch (name.document) {
        case "call":
            return t("document-call", { what: capital(term("call-kind", callKind(view, name.party))), who: whoName(found, name.party), meeting: meetingOf(found, name.meeting) });
        case "plan":
            return name.version ? t("document-plan", { number: versionNumber(found, name.version) }) : t("document-plan-draft");
        case "difference":
            return t("document-difference", { number: versionNumber(found, name.version) });
        case "own_page":
            return t(name.wording === "plain" ? "document-own-page" : `document-own-page-${name.wording}`, { number: versionNumber(found, name.version) });
        case "preparation":
            return t(name.wording === "child" ? "document-preparation-child" : "document-preparation");
        case "copy":
            return t("document-copy", { number: versionNumber(found, name.version), who: whoName(found, name.party) });
        case "deviation":
            return t("document-deviation", { day: dayDate(found.deviations.find((each) => each.id === name.deviation)?.on ?? "") });
        case "withdrawal": {
            const entry = found.withdrawals.find((each) => each.id === name.withdrawal);
            const ground = found.grounds.find((each) => each.id === entry?.ground);
            return t("document-withdrawal", { day: dayDate(entry?.from ?? ""), who: whoName(found, ground?.party ?? "") });
        }
        case "notice": {
            const notice = found.notices.find((each) => each.id === name.notice);
            return t("document-notice", { kind: notice ? term("notice-kind", notice.kind) : "", day: dayDate(notice?.on ?? "") });
        }
        case "follow_up":
            return t("document-follow-up", { day: dayDate(found.follow_ups.find((each) => each.meeting === name.meeting)?.on ?? "") });
        case "hand_over":
            return t("hand-over-paper", { what: found.hand_overs.find((each) => each.id === name.hand_over)?.what ?? "" });
        default:
            return t(`document-${name.document.replaceAll("_", "-")}`);
    }
}
