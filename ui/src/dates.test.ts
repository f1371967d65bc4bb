import { expect, test } from "vitest";
import { readDate, readTime } from "./dates";

const [program = ""] = Object.values(import.meta.glob<string>("../../crates/samsyn-plan/src/dates/tests.rs", { query: "?raw", import: "default", eager: true }));

/** The words of a list in the program's tests. */
function listed(list: string): string[] {
    return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, words = ""]) =>
        words.replace(/\\u\{([0-9a-f]+)\}|\\([tnr])/g, (_, code: string | undefined, sign: string) =>
            code ? String.fromCodePoint(parseInt(code, 16)) : { t: "\t", n: "\n", r: "\r" }[sign] ?? "",
        ),
    );
}

/** What the program's own tests say that it reads: the words, and the numbers that come of them; none where it reads nothing. */
function examples(reader: string): [string, number[]][] {
    const loops = program.matchAll(new RegExp(`for typed in \\[([^\\]]*)\\] \\{\\s*assert_eq!\\(${reader}\\(typed\\), (None|[^)]*\\))`, "g"));
    return [...loops].flatMap(([, list = "", result = ""]) => listed(list).map((words): [string, number[]] => [words, (result.match(/\d+/g) ?? []).map(Number)]));
}

const numbers = (read: string | null): number[] => (read?.match(/\d+/g) ?? []).map(Number);

test("a date is read as the program reads it", () => {
    const told = examples("parse_date");
    expect(told.length).toBeGreaterThan(20);
    for (const [words, expected] of told) {
        expect(numbers(readDate(words)), words).toEqual(expected);
    }
    expect(readDate("3 sept 2027")).toBe("2027-09-03");
});

test("a clock time is read as the program reads it", () => {
    const told = examples("parse_time");
    expect(told.length).toBeGreaterThan(10);
    for (const [words, expected] of told) {
        expect(numbers(readTime(words)), words).toEqual(expected.slice(0, 2));
    }
    expect(readTime("9")).toBe("9.00");
});
