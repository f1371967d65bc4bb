import { expect, test } from "vitest";
import type { TaskWhen, WorklistLine } from "@/bindings/wire";
import { counted, groups } from "./groups";

function line(number: string, ...when: TaskWhen[]): WorklistLine {
    return { line: { number }, tasks: when.map((each) => ({ when: each })) } as WorklistLine;
}

test("a case stands with the nearest of what it waits for, and the nearest group first", () => {
    const lines = [line("1", "late", "undated"), line("2", "week"), line("3", "undated"), line("4"), line("5", "late")];
    const found = groups(lines);
    expect(found.map(({ when, lines: of }) => [when, of.map((each) => each.line.number)])).toEqual([
        ["late", ["1", "5"]],
        ["week", ["2"]],
        ["undated", ["3"]],
    ]);
    expect([counted(found, "late"), counted(found, "today")]).toEqual([2, 0]);
});
