import { expect, test } from "vitest";
import type { StatisticsCell, StatisticsTable } from "@/bindings/wire";
import { hasText } from "@/texts";
import definitions from "../../../assets/statistics/definitions.json";
import { cellWords, codeWords, groups } from "./tables";

function table(measure: string): StatisticsTable {
    return { definition: "goals", version: 1, since: "2027-01-01", measure, by: "municipality", split: "", columns: ["total"], rows: [], source: "own" };
}

function cell(shown: StatisticsCell["shown"], value: number | null = null, count: number | null = null, of: number | null = null): StatisticsCell {
    return { shown, value, count, of };
}

test("each definition stands in one group and has its words", () => {
    const grouped = Object.values(groups).flat();
    expect([...grouped].sort()).toEqual(definitions.map((definition) => definition.code).sort());
    const keys = definitions.flatMap(({ code, by, source }) => {
        const name = `statistics-def-${code.replaceAll("_", "-")}`;
        return [name, `${name}-means`, `statistics-source-${source}`, ...by.map((column) => `statistics-by-${column.replaceAll("_", "-")}`)];
    });
    expect([...keys, ...Object.keys(groups).map((group) => `statistics-group-${group}`)].filter((key) => !hasText(key))).toEqual([]);
});

test("codes have words, and names stay names", () => {
    expect(codeWords("goals", "scale", "reached")).not.toBe("reached");
    expect(codeWords("offers", "outcome", "declined")).not.toBe("declined");
    expect(codeWords("call_to_meeting", "from_call", "8_to_14")).toBe("8–14 dagar");
    expect(codeWords("goals", "municipality", "Boden")).toBe("Boden");
    expect(codeWords("goals", "municipality", "unknown")).toBe("Inte angivet");
});

test("a hidden cell says so, and never a number", () => {
    expect(cellWords(table("count"), cell("few"), 5)).toEqual({ words: "färre än 5" });
    expect(cellWords(table("share"), cell("few"), 5)).toEqual({ words: "för få" });
    expect(cellWords(table("count"), cell("hidden"), 5)).toEqual({ words: "visas inte" });
    expect(cellWords(table("share"), cell("number", null, 0, 0), 5)).toEqual({ words: "–" });
    expect(cellWords(table("share"), cell("number", 66.7, 20, 30), 5)).toEqual({ words: "66,7 %", of: "20 av 30" });
    expect(cellWords(table("median"), cell("number", 3.5, 12), 5)).toEqual({ words: "3,5", of: "12 räknade" });
    expect(cellWords(table("count"), cell("number", 1234, 1234), 5)).toEqual({ words: "1\u202f234" });
});
