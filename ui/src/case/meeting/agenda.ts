/** The meeting's agenda: the suggestion, what comes now, and how much time is left, without haste. */
import type { AgendaItem, Case, Meeting } from "@/bindings/wire";

/** A suggested point: its text key, and how many minutes it may take of an hour. */
export const suggested = [
    ["first", 10],
    ["round", 5],
    ["goals", 15],
    ["who", 10],
    ["open", 5],
    ["worse", 5],
    ["next", 5],
    ["read-back", 5],
] as const;

/** The points of a meeting, in their order. */
export function agendaOf(found: Case, meeting: Meeting): AgendaItem[] {
    return found.agenda_items.filter((item) => item.meeting === meeting.id);
}

/** The minutes of a point as a number; anything that is none counts as nothing. */
export function minutesOf(item: AgendaItem): number {
    const minutes = Number.parseInt(item.minutes, 10);
    return Number.isFinite(minutes) && minutes > 0 ? minutes : 0;
}

/** The minutes that the points which are not done were thought to take. */
export function planned(items: AgendaItem[]): number {
    return items.filter((item) => !item.done).reduce((sum, item) => sum + minutesOf(item), 0);
}

/** Minutes since midnight of a clock time as people write it: 13.30, 13:30, 1330 or 13. */
function minutesOfDay(typed: string): number | null {
    const parts = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(typed.trim());
    const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? "0")];
    return parts && hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/**
 * The minutes that are left of a meeting that is held today; 0 once its time is over. Nothing where it has no end, or is
 * held another day.
 */
export function minutesLeft(meeting: Meeting, now: Date): number | null {
    const ends = minutesOfDay(meeting.ends);
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return ends === null || meeting.held_on.trim() !== today ? null : Math.max(0, ends - now.getHours() * 60 - now.getMinutes());
}
