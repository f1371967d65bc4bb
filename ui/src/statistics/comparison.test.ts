import { expect, test } from "vitest";
import type { StatisticsCell, StatisticsTable } from "@/bindings/wire";
import { changeWords, sameFigure, wasWords } from "./comparison";
import { choiceWords, partOf, selectionWords, withCodes } from "./selection";

function table(measure: string, definition = "goals"): StatisticsTable {
    return { definition, version: 1, measure, by: "municipality", split: "", columns: ["total"], rows: [], source: "own", since: "2027-01-01" };
}

function shown(value: number | null): StatisticsCell {
    return { shown: "number", value, count: 10, of: 20 };
}

test("a difference says how much and which way, by what is counted", () => {
    const words = (measure: string, now: number, then: number, definition?: string) => changeWords(table(measure, definition), shown(now), shown(then));
    expect(words("count", 12, 7)).toBe("5 fler");
    expect(words("histogram", 7, 12)).toBe("5 färre");
    expect(words("share", 66.7, 62.5)).toBe("upp 4,2 procentenheter");
    expect(words("share", 60, 61)).toBe("ner 1 procentenhet");
    expect(words("median", 20, 21, "need_to_call")).toBe("1 dag kortare");
    expect(words("median", 21.5, 20, "waited")).toBe("1,5 dagar längre");
    expect(words("mean", 4.3, 4, "evaluation")).toBe("0,3 högre");
    expect(words("share", 0.3, 0.1 + 0.2)).toBe("oförändrat");
});

test("where one of the two is not shown there is no difference", () => {
    const hidden: StatisticsCell = { shown: "hidden", value: null, count: null, of: null };
    const few: StatisticsCell = { ...hidden, shown: "few" };
    for (const unshown of [hidden, few, shown(null)]) {
        expect(changeWords(table("count"), shown(12), unshown)).toBeUndefined();
        expect(changeWords(table("count"), unshown, shown(12))).toBeUndefined();
    }
    expect(changeWords(table("count"), shown(0), shown(0))).toBeUndefined();
    expect([hidden, few, shown(null)].map((cell) => wasWords(table("count"), cell, 5))).toEqual(["visas inte", "färre än 5", "–"]);
    expect(wasWords(table("share"), shown(50), 5)).toBe("var 50 % (10 av 20)");
});

test("a row that was not there the year before had nothing to count", () => {
    expect(changeWords(table("count"), shown(12), sameFigure(table("count"), "Boden"))).toBe("12 fler");
    expect(changeWords(table("share"), shown(50), sameFigure(table("share"), "Boden"))).toBeUndefined();
});

test("a selection says what it takes", () => {
    const selection = withCodes(withCodes({}, "municipality", ["Boden"]), "quarter", ["1", "2"]);
    expect(partOf(selection)).toBe("first-half");
    expect(selectionWords(selection)).toBe("Januari–juni, Boden");
    expect(withCodes(selection, "municipality", [])).toEqual({ quarter: ["1", "2"] });
    expect(selectionWords({})).toBe("");
    expect(choiceWords("area", "alcohol")).toBe("Alkohol");
    expect(choiceWords("municipality", "unknown")).toContain("inte angivet");
});
