import { expect, test } from "vitest";
import type { Plan } from "@/bindings/wire";
import { pagesOf, turned } from "./show";

function plan(parts: Partial<Plan>): Plan {
    return { goals: [], measures: [], other_measures: [], own_actions: [], open_questions: [], crises: [], follow_up: null, overall: null, ...parts } as unknown as Plan;
}

test("an empty plan has its first page, and parts without a line have none", () => {
    expect(pagesOf(plan({})).map((page) => page.kind)).toEqual(["words"]);
    const crises = [{ text: "Om det blir akut" }] as Plan["crises"];
    expect(pagesOf(plan({ crises, overall: "region" })).map((page) => page.kind)).toEqual(["words", "worse", "next"]);
});

test("each goal has a page with its measures, and a measure of a goal that is held back stands by itself", () => {
    const goals = [{ number: 2, text: "Sova" }] as Plan["goals"];
    const measures = [{ text: "Sömnskola", goal: 2 }, { text: "Samtal", goal: 1 }] as Plan["measures"];
    const [, goal, loose, braid] = pagesOf(plan({ goals, measures }));
    expect(braid).toEqual({ kind: "braid" });
    expect(goal).toMatchObject({ kind: "goal", goal: { number: 2 }, measures: [{ text: "Sömnskola" }], others: [] });
    expect(loose).toMatchObject({ kind: "loose", measures: [{ text: "Samtal" }] });
});

test("what others do for a goal stands on its page too", () => {
    const goals = [{ number: 1, text: "Gå ut" }] as Plan["goals"];
    const other_measures = [{ text: "Kamratstöd", goal: 1 }, { text: "Skjuts", goal: null }] as Plan["other_measures"];
    const [, goal, others] = pagesOf(plan({ goals, other_measures }));
    expect(goal).toMatchObject({ measures: [], others: [{ text: "Kamratstöd" }] });
    expect(others).toEqual({ kind: "others" });
});

test("the keys turn pages and stop at the ends", () => {
    expect([turned(0, 3, "ArrowRight"), turned(2, 3, "PageDown"), turned(0, 3, "ArrowLeft"), turned(1, 3, "End"), turned(2, 3, "Home")]).toEqual([1, 2, 0, 2, 0]);
    expect(turned(1, 3, "a")).toBe(1);
});
