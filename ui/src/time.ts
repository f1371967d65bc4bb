/** Times and dates as Swedish offices write them. */

/** "14.03" of an RFC 3339 time, in the computer's own time zone. */
export function clockTime(at: string): string {
    const time = new Date(at);
    return `${String(time.getHours()).padStart(2, "0")}.${String(time.getMinutes()).padStart(2, "0")}`;
}

const long = new Intl.DateTimeFormat("sv-SE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const withWeekday = new Intl.DateTimeFormat("sv-SE", { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function written(iso: string, format: Intl.DateTimeFormat): string {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
    return day && !Number.isNaN(day.getTime()) ? format.format(day) : iso;
}

/** "25 januari 2027" of an ISO date; other text is given back as it stands, since drafts hold dates as typed. */
export function longDate(iso: string): string {
    return written(iso, long);
}

/** "mån 25 januari 2027" of an ISO date; other text as it stands. */
export function dayDate(iso: string): string {
    return written(iso, withWeekday);
}

/** "25 januari 2027 kl. 14.03" of an RFC 3339 time, in the computer's own time zone. */
export function moment(at: string): string {
    const time = new Date(at);
    const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return `${longDate(day)} kl. ${clockTime(at)}`;
}
