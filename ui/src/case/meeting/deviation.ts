/** What a half-written deviation is kept by. */
import type { DeviationKind, MeetingId, PartyId } from "@/bindings/wire";

export interface DeviationPlace {
    readonly kind: DeviationKind | null;
    readonly party: PartyId | null;
    readonly meeting: MeetingId | null;
    /** Which of several, where the same can happen to a party more than once in a meeting: a measure, or who stayed away. */
    readonly which?: string | undefined;
}

/** What the form of a deviation is about, so that one that is half-written never fills in another. */
export function deviationAbout(place: DeviationPlace): string {
    return [place.kind, place.party, place.meeting, place.which].map((each) => each ?? "").join("/");
}
