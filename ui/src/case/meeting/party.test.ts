import { beforeEach, expect, test, vi } from "vitest";
import { shallowRef } from "vue";
import type { CaseView, Measure } from "@/bindings/wire";
import type { CaseFile } from "../case";
import { partySource } from "./party";

vi.mock("@/session", () => ({
    store: { value: { organisation: { principal: "municipality", unit: "Nexus" }, user: { name: "Per Nyström" } } },
}));

const nurse = { id: "nurse", kind: "region", name: "Maria Sundin", unit: "beroendeenheten", organisation: "" };
let measure: Partial<Measure> & { id: string };
let sent: { fields: Record<string, unknown>; seen: Record<string, unknown> } | undefined;

function file(): CaseFile {
    const view = shallowRef({ case: { parties: [nurse], measures: [measure] } } as unknown as CaseView);
    return {
        view,
        run: (_command: string, request: typeof sent) => {
            sent = request;
            return Promise.resolve({ saved_at: "" });
        },
        draftSource: () => ({ scope: "measure-1", stored: (name: string) => measure[name as keyof Measure] ?? null, save: () => Promise.resolve(null) }),
    } as unknown as CaseFile;
}

beforeEach(() => {
    measure = { id: "1", party: null, principal: null, unit: "", person: "" };
    sent = undefined;
});

test("choosing a party fills in who answers, the unit and the person in the same write", async () => {
    await partySource(file(), "measure", "1").save("party", "nurse", null);
    expect(sent?.fields).toEqual({ party: "nurse", principal: "region", unit: "beroendeenheten", person: "Maria Sundin" });
});

test("one's own unit is no party, and is shown as chosen", async () => {
    await partySource(file(), "measure", "1").save("party", "own", null);
    expect(sent?.fields).toEqual({ party: null, principal: "municipality", unit: "Nexus", person: "Per Nyström" });
    measure = { id: "1", party: null, principal: "municipality", unit: "Nexus", person: "Per Nyström" };
    expect(partySource(file(), "measure", "1").stored("party")).toBe("own");
});

test("a name that somebody has written by hand stays when another party is chosen", async () => {
    measure = { id: "1", party: "nurse", principal: "region", unit: "beroendeenheten", person: "Åsa Berg" };
    await partySource(file(), "measure", "1").save("party", "own", "nurse");
    expect(sent?.fields).toEqual({ party: null, principal: "municipality", unit: "Nexus" });
    expect(sent?.seen).toEqual({ party: "nurse", principal: "region", unit: "beroendeenheten" });
});
