import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, reactive, type Component } from "vue";
import type { FieldSource } from "@/field";
import TextField from "@/parts/TextField.vue";
import ProtectedFields from "./ProtectedFields.vue";

const calls = vi.hoisted(() => vi.fn());
vi.mock("@/ipc", async (original) => ({ ...(await original<typeof import("@/ipc")>()), call: calls }));

let page: HTMLElement;
beforeEach(() => {
    calls.mockReset();
    page = document.body.appendChild(document.createElement("div"));
});
afterEach(() => document.body.replaceChildren());

/** Protected fields over a stored value that the screen has as a blank, and what is saved of them. */
function show(state: { hidden: boolean; caseId: string | null }) {
    const save = vi.fn<FieldSource["save"]>(async () => null);
    const source: FieldSource = { scope: "s", stored: () => "", save };
    const props = { source, fields: ["Telefon", "Adress"], who: "Sara", party: "p" };
    const render = () => h(ProtectedFields as Component, { ...props, ...state }, () => h(TextField as Component, { name: "phone", label: "Telefon" }));
    createApp(defineComponent({ render })).mount(page);
    return save;
}

function type(text: string): HTMLInputElement {
    const input = page.querySelector("input");
    if (!input) {
        throw new Error("no field on the page");
    }
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return input;
}

async function settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
        await nextTick();
        await Promise.resolve();
    }
}

test("what is protected is opened with a reason, and then written over what was seen", async () => {
    calls.mockResolvedValue({ opened_at: "2027-01-11T08:00:00Z", fields: { phone: "070-1" } });
    const save = show(reactive({ hidden: true, caseId: "c" }));
    expect(page.querySelector("input")).toBeNull();
    page.querySelector("button")?.click();
    await settled();
    type("Ringa om mötet").dispatchEvent(new Event("blur"));
    page.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await settled();
    expect(calls.mock.calls[0]?.slice(0, 2)).toEqual(["protected.open", { case: "c", party: "p", reason: "Ringa om mötet" }]);
    expect(page.querySelector("input")?.value).toBe("070-1");
    type("070-2").dispatchEvent(new Event("blur"));
    await settled();
    expect(save).toHaveBeenCalledWith("phone", "070-2", "070-1");
});

test("without a case there is nowhere to enter an opening, and nothing to press", () => {
    show(reactive({ hidden: true, caseId: null }));
    expect(page.querySelector("button, input")).toBeNull();
});

test("what is not protected is a field as any other", () => {
    show(reactive({ hidden: false, caseId: "c" }));
    expect(page.querySelector("input")).not.toBeNull();
    expect(page.textContent).toContain("Telefon");
});
