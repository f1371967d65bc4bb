import { beforeEach, expect, test, vi } from "vitest";
import { createApp, h, nextTick, type Component } from "vue";
import type { CatalogueFileRead, StoreStatus } from "@/bindings/wire";
import { take } from "@/session";
import { useCatalogue, type CatalogueFile } from "./catalogue";
import { columnRows } from "./files";
import FileSection from "./FileSection.vue";
import { unit } from "./units.testing";

const sent = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent.call }));

const read: CatalogueFileRead = {
    rows: [
        { row: 2, says: { kind: "unit", record: unit("Nexus", { organisation: "Östersunds kommun" }) }, change: "changed" },
        { row: 3, says: { kind: "unit", record: unit("RSMH") }, change: "same" },
    ],
    faults: [{ row: 4, column: "kind", fault: "unknown_code", cell: "kommun" }],
    unknown_columns: ["anteckning"],
};

let page: HTMLElement;
let catalogue: CatalogueFile;

async function settle(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    await nextTick();
}

beforeEach(async () => {
    take({ state: "open", open: { user: { roles: ["coordinator"] } } } as unknown as StoreStatus);
    sent.call.mockReset();
    sent.call.mockImplementation(async (command: string) =>
        command === "catalogue.read_file" ? read : { added: 0, changed: 1, catalogue: { units: [unit("Nexus")], demarcations: [], can_undo: true, can_redo: false } },
    );
    page = document.createElement("div");
    document.body.replaceChildren(page);
    catalogue = useCatalogue();
    createApp(() => h(FileSection as Component, { kind: "unit", catalogue })).mount(page);
    page.querySelector("form")!.dispatchEvent(new Event("submit"));
    await settle();
});

test("what a file would change is shown with its faults, and nothing is written before it is asked for", async () => {
    expect(sent.call.mock.calls.map(([command]) => command)).toEqual(["catalogue.read_file"]);
    const words = page.textContent!;
    for (const told of ["Nexus, Östersunds kommun", "anteckning", "ingen kod som programmet känner till"]) {
        expect(words).toContain(told);
    }
    expect(document.activeElement?.textContent).toBe("Så här skulle det bli");
    [...page.querySelectorAll("button")].find((button) => button.textContent?.includes("Läs in 1 rad"))!.click();
    await settle();
    expect(sent.call.mock.calls.at(-1)![0]).toBe("catalogue.take_in");
    expect(catalogue.found.value?.units).toHaveLength(1);
    expect(page.textContent).toContain("Nya: 0. Ändrade: 1.");
});

test("every column of a file is explained in words", () => {
    for (const kind of ["unit", "demarcation"] as const) {
        for (const [name, meaning] of columnRows(kind)) {
            expect(meaning, name).not.toContain("field-");
        }
    }
});
