/** The meeting that one most likely wants: the one that runs, the one of today, or the latest one. */
import type { Case, Meeting } from "@/bindings/wire";

/** Of these meetings, the one to show first; dates that are not written as ISO dates are passed over. */
export function current(found: Case, meetings: Meeting[], today: string): Meeting | undefined {
    const runs = (meeting: Meeting): boolean => found.meeting_marks.findLast((mark) => mark.meeting === meeting.id)?.mark === "started";
    const past = meetings.filter((meeting) => meeting.held_on !== "" && meeting.held_on <= today).sort((a, b) => a.held_on.localeCompare(b.held_on));
    return meetings.find(runs) ?? past.at(-1) ?? meetings[0];
}
