import { beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, type Component } from "vue";
import type { AnsweredBy, CaseView } from "@/bindings/wire";
import { provideCase } from "../case";
import OwnerSuggestion from "./OwnerSuggestion.vue";

const sent = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent.call }));

let page: HTMLElement;

function show(answered_by: AnsweredBy | null): void {
    const says = { measure: "m", says: { answered_by, text: "", source: "Länets överenskommelse, avsnitt 3" } };
    const view = { case: { id: "c", closings: [], passings: [], measures: [] }, owner_suggestions: answered_by ? [says] : [] } as unknown as CaseView;
    sent.call.mockImplementation(async () => ({ saved_at: "", added: null, view: { ...view, owner_suggestions: [] } }));
    const setup = () => {
        provideCase(view);
        return () => h(OwnerSuggestion as Component, { measure: { id: "m", principal: null } });
    };
    createApp(defineComponent({ setup })).mount(page);
}

beforeEach(() => {
    sent.call.mockReset();
    document.body.replaceChildren();
    page = document.body.appendChild(document.createElement("div"));
});

test("what the gränsdragning says stands with its source, and is taken by a press alone", async () => {
    show("region");
    expect(page.textContent).toContain("Enligt er gränsdragning: regionen.");
    expect(page.textContent).toContain("Källa: Länets överenskommelse, avsnitt 3");
    expect(sent.call).not.toHaveBeenCalled();
    page.querySelector("button")!.click();
    await new Promise((done) => setTimeout(done));
    await nextTick();
    const [command, request] = sent.call.mock.calls[0]!;
    expect([command, request.fields, request.seen]).toEqual(["draft.set", { principal: "region" }, { principal: null }]);
    expect(page.textContent).toBe("");
});

test("where both answer there is nothing to press, and where nothing is known nothing is said", () => {
    show("both");
    expect(page.textContent).toContain("kommunen och regionen");
    expect(page.querySelector("button")).toBeNull();
    page = document.body.appendChild(document.createElement("div"));
    show(null);
    expect(page.textContent).toBe("");
});
