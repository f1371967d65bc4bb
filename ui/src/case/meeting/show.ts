/** The plan as it is shown large to the room: a page for the words and the goals, one for each goal, and one for each part after them. */
import type { Plan, PlanGoal, PlanMeasure, PlanOtherMeasure } from "@/bindings/wire";

/** A page of the projected plan. */
export type Page =
    | { kind: "words" }
    | { kind: "goal"; goal: PlanGoal; measures: PlanMeasure[]; others: PlanOtherMeasure[] }
    | { kind: "loose"; measures: PlanMeasure[] }
    | { kind: "others" | "open" | "worse" | "braid" | "next" };

/** The pages of a plan; parts without a line have none, but there is always a first page. */
export function pagesOf(plan: Plan): Page[] {
    const numbers = new Set(plan.goals.map((goal) => goal.number));
    const pages: Page[] = [{ kind: "words" }];
    for (const goal of plan.goals) {
        const serves = (line: { goal: number | null }): boolean => line.goal === goal.number;
        pages.push({ kind: "goal", goal, measures: plan.measures.filter(serves), others: plan.other_measures.filter(serves) });
    }
    // A measure may serve a goal that is not shown.
    const loose = plan.measures.filter((measure) => measure.goal === null || !numbers.has(measure.goal));
    if (loose.length > 0) {
        pages.push({ kind: "loose", measures: loose });
    }
    if (plan.other_measures.length + plan.own_actions.length > 0) {
        pages.push({ kind: "others" });
    }
    if (plan.open_questions.length > 0) {
        pages.push({ kind: "open" });
    }
    if (plan.crises.length > 0) {
        pages.push({ kind: "worse" });
    }
    if (plan.measures.length + plan.other_measures.length + plan.own_actions.length > 0) {
        pages.push({ kind: "braid" });
    }
    if (plan.follow_up || plan.overall) {
        pages.push({ kind: "next" });
    }
    return pages;
}

/** The page that a key leads to; the same page where the key means nothing here. */
export function turned(page: number, count: number, key: string): number {
    const last = count - 1;
    switch (key) {
        case "ArrowRight":
        case "PageDown":
            return Math.min(last, page + 1);
        case "ArrowLeft":
        case "PageUp":
            return Math.max(0, page - 1);
        case "Home":
            return 0;
        case "End":
            return last;
        default:
            return page;
    }
}
