import { beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, type Component } from "vue";
import type { CaseView, StoreStatus, Unit } from "@/bindings/wire";
import { unit } from "@/catalogue/units.testing";
import { take } from "@/session";
import { provideCase } from "../case";
import UnitChoice from "./UnitChoice.vue";

const sent = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent.call }));

const units: Unit[] = [
    unit("hälsocentral", { kind: "region", organisation: "Region Jämtland Härjedalen", does: "Provtagning", does_not: "Ingen avgiftning", phone: "063-1" }),
    unit("BUP", { kind: "region" }),
    unit("RSMH", { kind: "organisation", does: "Kamratstöd" }),
    unit("Nexus", { kind: "municipality" }),
    unit("gamla enheten", { kind: "region", ended_on: "2026-01-01" }),
];

let page: HTMLElement;
let view: CaseView;

beforeEach(async () => {
    const person = { identity: { kind: "personnummer", value: "198304172383" }, born_on: "" };
    view = { case: { id: "c", person, parties: [], closings: [], passings: [] }, today: "2027-01-11" } as unknown as CaseView;
    sent.call.mockReset();
    sent.call.mockImplementation(async (command: string, request: { fields: object }) => {
        if (command === "catalogue.show") {
            return { units };
        }
        view = { ...view, case: { ...view.case, parties: [{ id: "p", unit: "", organisation: "", ...request.fields }] } } as unknown as CaseView;
        return { saved_at: "", added: "p", view };
    });
    take({ state: "open", open: { organisation: { principal: "municipality", activity: "social_services" }, profile: {} } } as unknown as StoreStatus);
    document.body.replaceChildren();
    page = document.body.appendChild(document.createElement("div"));
    const setup = () => {
        provideCase(view);
        return () => h(UnitChoice as Component);
    };
    createApp(defineComponent({ setup })).mount(page);
    await settle();
});

async function settle(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    await nextTick();
}

async function search(text: string): Promise<void> {
    const input = page.querySelector("input")!;
    input.value = text;
    input.dispatchEvent(new Event("input"));
    await settle();
}

function names(): (string | undefined)[] {
    return [...page.querySelectorAll(".units__name")].map((name) => name.textContent?.trim());
}

test("while nothing is searched for, the units are shown that a SIP needs beside one's own", () => {
    expect(names()).toEqual(["hälsocentral"]);
    expect(page.textContent).toContain("Ingen avgiftning");
});

test("a search finds any unit that stands, by its words too", async () => {
    await search("kamratstod");
    expect(names()).toEqual(["RSMH"]);
    await search("gamla");
    expect(names()).toEqual([]);
    expect(page.textContent).toContain("Lägg till parten för hand");
});

test("a chosen unit becomes a party, is no choice any more, and focus is where the next is searched for", async () => {
    await search("hälso");
    page.querySelector<HTMLButtonElement>(".units__one button")!.click();
    await settle();
    const [command, request] = sent.call.mock.calls.at(-1)!;
    expect(command).toBe("draft.add");
    expect(request.fields).toEqual({ kind: "region", organisation: "Region Jämtland Härjedalen", unit: "hälsocentral", phone: "063-1" });
    expect(document.activeElement).toBe(page.querySelector("input"));
    await search("hälso");
    expect(names()).toEqual([]);
});
