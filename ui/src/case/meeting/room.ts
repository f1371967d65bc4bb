/** Who is in the room of a meeting, read from the marks that were made. */
import type { Case, Meeting, Party, PartyId, Presence, PresenceMark } from "@/bindings/wire";

/** One stay in the room; `to` is null while it lasts. Times are RFC 3339. */
export interface Stay {
    from: string;
    to: string | null;
}

/** Somebody who is, was or was expected in the room. */
export interface Attendant {
    /** The party; null is the person. */
    party: Party | null;
    /** The name of the newest mark; empty while none is made. */
    name: string;
    /** What happened last; null while nothing has. */
    mark: PresenceMark | null;
}

/** The newest mark on each attendant, in the order in which they were first marked. */
export function marks(found: Case, meeting: Meeting): PresenceMark[] {
    const newest = new Map<string, PresenceMark>();
    for (const mark of found.presences.filter((each) => each.meeting === meeting.id)) {
        newest.set(`${mark.party ?? ""} ${mark.name}`, mark);
    }
    return [...newest.values()];
}

/**
 * The parties that are expected: those who were called to this meeting, or to a part of it, or to an earlier one where
 * nobody was called to this; and whoever has been marked.
 */
export function expected(found: Case, meeting: Meeting): Party[] {
    const calls = found.calls.filter((call) => call.meeting === meeting.id && call.party !== null);
    const parts = found.attendances.filter((part) => part.meeting === meeting.id);
    const called = new Set<PartyId | null>([...(calls.length > 0 ? calls : found.calls), ...parts].map((each) => each.party));
    const marked = new Set(found.presences.filter((mark) => mark.meeting === meeting.id).map((mark) => mark.party));
    return found.parties.filter((party) => called.has(party.id) || marked.has(party.id));
}

/** The name that a party is expected under: whoever it sends instead, as its answer says, or its contact. */
export function expectedName(found: Case, meeting: Meeting, party: Party): string {
    const call = found.calls.findLast((each) => each.meeting === meeting.id && each.party === party.id);
    const reply = call && found.replies.findLast((each) => each.call === call.id);
    const instead = reply?.reply === "replacement" ? reply.replacement.trim() : "";
    return instead || party.name.trim() || party.unit.trim();
}

/** Each party's rows, and one for a party that has none yet. */
export function rows(found: Case, meeting: Meeting, party: Party | null): Attendant[] {
    const made = marks(found, meeting).filter((mark) => mark.party === (party?.id ?? null));
    return made.length > 0 ? made.map((mark) => ({ party, name: mark.name, mark })) : [{ party, name: "", mark: null }];
}

/** What can happen next to somebody. */
export function nextMarks(mark: Presence | null): Presence[] {
    return mark === null ? ["came", "absent_notified", "absent_silent"] : mark === "came" ? ["left"] : ["came"];
}

/** The stays of somebody, each from coming to leaving. */
export function stays(found: Case, meeting: Meeting, party: PartyId | null, name: string): Stay[] {
    const made: Stay[] = [];
    for (const mark of found.presences.filter((each) => each.meeting === meeting.id && each.party === party && each.name === name)) {
        const last = made.at(-1);
        if (mark.mark === "came" && (!last || last.to !== null)) {
            made.push({ from: mark.when, to: null });
        } else if (mark.mark === "left" && last) {
            last.to ??= mark.when;
        }
    }
    return made;
}

/**
 * Those in the room who may consent: the person (null), guardians and representatives. Whether a guardian's consent is
 * needed, or counts, is judged elsewhere.
 */
export function givers(found: Case, meeting: Meeting): (Party | null)[] {
    const here = marks(found, meeting).filter((mark) => mark.mark === "came");
    const close = found.parties.filter((party) => (party.kind === "guardian" || party.kind === "representative") && here.some((mark) => mark.party === party.id));
    return here.some((mark) => mark.party === null) ? [null, ...close] : close;
}
