import { expect, test } from "vitest";
import { computed, shallowRef } from "vue";
import type { CaseView } from "@/bindings/wire";
import type { CaseFile } from "../case";
import { sheetSource } from "./sheet";

interface Sent {
    command: string;
    request: { id?: string; fields: Record<string, unknown>; seen?: Record<string, unknown> };
}

function file(): { file: CaseFile; sent: Sent[] } {
    const sent: Sent[] = [];
    const view = shallowRef({ case: { goal_ratings: [], measure_statuses: [] } } as unknown as CaseView);
    const run = async (command: string, request: Sent["request"]) => {
        await Promise.resolve();
        sent.push({ command, request });
        const { case: before } = view.value;
        const goal_ratings = command === "draft.add" ? [{ id: "r1", scale: null, own_scale: null, note: "", ...request.fields }] : before.goal_ratings;
        view.value = { ...view.value, case: { ...before, goal_ratings } } as CaseView;
        return { saved_at: "" };
    };
    return { file: { view, run, closed: computed(() => false) } as unknown as CaseFile, sent };
}

test("two fields filled in at once make one record", async () => {
    const { file: of, sent } = file();
    const source = sheetSource(of, "m1", { kind: "goal_rating", goal: "g1" });
    await Promise.all([source.save("scale", "partly", null), source.save("note", "Det går.", null)]);
    expect(sent.map((each) => each.command)).toEqual(["draft.add", "draft.set"]);
    expect(sent[0]?.request.fields).toEqual({ meeting: "m1", goal: "g1", scale: "partly" });
});

test("a text that was never shown is seen as empty, and a choice as none", async () => {
    const { file: of, sent } = file();
    const source = sheetSource(of, "m1", { kind: "goal_rating", goal: "g1" });
    await source.save("scale", "partly", null);
    await source.save("note", "Det går.", null);
    await source.save("own_scale", "reached", null);
    expect(sent.slice(1).map((each) => each.request.seen)).toEqual([{ note: "" }, { own_scale: null }]);
    expect(source.stored("scale")).toBe("partly");
});
