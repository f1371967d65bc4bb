/** Days and clock times of a discharge, as the clock says them. */
import type { DischargeClock } from "@/bindings/wire";

const dayAndMonth = new Intl.DateTimeFormat("sv-SE", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

function utc(iso: string): Date {
    return new Date(`${iso}T00:00:00Z`);
}

/** "fredag 15 januari" of an ISO date. */
export function longDay(iso: string): string {
    return dayAndMonth.format(utc(iso));
}

/** "10.40" of a clock time with a colon. */
export function clockWords(clock: string): string {
    return clock.slice(0, 5).replace(":", ".");
}

/** Whether a Saturday or a Sunday lies between two days, the last one counted. */
export function crossesWeekend(from: string, to: string): boolean {
    for (let day = utc(from).getTime() + 86_400_000; day <= utc(to).getTime(); day += 86_400_000) {
        if ([0, 6].includes(new Date(day).getUTCDay())) {
            return true;
        }
    }
    return false;
}

/** Whether the kallelse was sent on the last day or before, by the computer's own calendar. */
export function calledInTime(clock: DischargeClock): boolean {
    if (clock.called_at === null) {
        return false;
    }
    const at = new Date(clock.called_at);
    const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return day <= clock.call_by;
}
