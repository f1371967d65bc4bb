/**
 * Dates and clock times as people write them, read as the program reads them (`crates/samsyn-plan/src/dates`), so that a
 * field can say at once what the plan would say later. A test holds the two together by the program's own examples.
 */
const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

/** What stands before a clock: a cell or an invitation often has both in one. */
function beforeClock(typed: string): string {
    const until = typed.includes(":") ? typed.slice(0, typed.indexOf(":")) : "";
    const last = Math.max(...[" ", "\t", "\u{a0}", "T"].map((between) => until.lastIndexOf(between)));
    const day = last < 0 ? typed : until.slice(0, last);
    const clock = [" kl", "\u{a0}kl"].find((word) => day.includes(word));
    return clock ? day.slice(0, day.indexOf(clock)) : day;
}

/** The month of a name or of the beginning of one, counted from one: m1 of `januari` and `jan`. */
function month(word: string): string | null {
    const place = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word.toLowerCase()));
    return place < 0 ? null : `m${place + 1}`;
}

/** Year, month and day as they were written; other words, such as the day of the week, say nothing more. */
function partsOf(typed: string): string[] | null {
    const words = beforeClock(typed).split(/[^\p{Alphabetic}\p{N}]+/u);
    // A number as it stands, and a month with an m before its own.
    const written = words.map((word) => (/^[0-9]+$/.test(word) ? word : month(word))).filter((part) => part !== null).join("-");
    const [, ...iso] = /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? /^(\d{4})-(\d+)-(\d+)$/.exec(written) ?? [];
    const [, ...swedish] = /^(\d+)-m?(\d+)-(\d{4})$/.exec(written) ?? [];
    return iso.length ? iso : swedish.length ? swedish.toReversed() : null;
}

/** The day as 2027-01-25, of `2027-01-25`, `20270125`, `25/1 2027` or `måndag 25 januari 2027`; null where it is no date. */
export function readDate(typed: string): string | null {
    const [year = 0, month = 0, day = 0] = partsOf(typed)?.map(Number) ?? [];
    const date = new Date(Date.UTC(year, month - 1, day));
    // A day that does not exist becomes another.
    const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists && year >= 1850 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

/** The time as 13.30, of `13.30`, `13:30`, `1330` or `13`, with seconds or with `kl.` before it; null where it is no time. */
export function readTime(typed: string): string | null {
    const clock = typed.trim().toLowerCase().replace(/^(?:klockan|kl\.?)/, "").trim();
    const read = /^(\d{2})(\d{2})$/.exec(clock) ?? /^(\d{1,2})$/.exec(clock) ?? /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(clock);
    const [, hour = "", minute = "00"] = read ?? [];
    return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour}.${minute}` : null;
}
