import { beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick } from "vue";
import { createMemoryHistory, createRouter, type Router } from "vue-router";
import type { Picture, PicturePart, CaseView } from "@/bindings/wire";
import { provideCase } from "../case";
import BraidPicture from "./BraidPicture.vue";
import { stops, walked } from "./walk";

vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: vi.fn() }));

function part(kind: PicturePart["kind"], strand: number | null, sentence: string, measure: string | null = null): PicturePart {
    return { kind, group: null, state: null, strand, measure, sentence, bounds: [0, 0, 10, 10], marks: [] };
}

/** Two strands, the second gone on in a lane of its own, and a meeting; painted in another order than they are gone through. */
const parts = [
    part("ground", null, ""),
    part("strand", 0, "Karin"),
    part("strand", 1, "Nexus"),
    part("strand", 1, "Nexus"),
    part("crossing", null, "SIP-möte"),
    part("knot", 0, "Ringer Anna"),
    part("knot", 1, "Återfallsprevention", "m1"),
    part("knot", 1, "Samtal", "m2"),
    part("double", null, ""),
];

const said = (all: readonly PicturePart[]): string[] => all.map((each) => each.sentence);

let page: HTMLElement;
let router: Router;
beforeEach(() => {
    document.body.replaceChildren();
    page = document.body.appendChild(document.createElement("div"));
    const nothing = { render: () => null };
    router = createRouter({
        history: createMemoryHistory(),
        routes: [
            { path: "/", component: nothing },
            { path: "/case/:id/meeting", name: "case-meeting", component: nothing },
        ],
    });
    const picture: Picture = { width: 100, height: 50, letters: 14, outside: 0, parts };
    const Outside = defineComponent({
        setup() {
            provideCase({ case: { id: "c", closings: [], passings: [] } } as unknown as CaseView);
            return () => h(BraidPicture, { picture, summary: "Flätan" });
        },
    });
    createApp(Outside).use(router).mount(page);
});

function press(key: string): void {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}

async function here(): Promise<string | null> {
    await nextTick();
    await nextTick();
    return document.activeElement?.getAttribute("aria-label") ?? null;
}

test("each strand is followed by its knots, and the meetings come last", () => {
    expect(said(stops(parts))).toEqual(["Karin", "Ringer Anna", "Nexus", "Återfallsprevention", "Samtal", "SIP-möte"]);
});

test("the arrows walk knots and strands, and stop at the ends", () => {
    const all = stops(parts);
    const to = (at: number, ...keys: string[]): string => all[keys.reduce((now, key) => walked(all, now, key), at)]?.sentence ?? "";
    expect(to(0, "ArrowRight", "ArrowRight")).toBe("Nexus");
    expect(to(4, "ArrowUp")).toBe("Karin");
    expect(to(1, "ArrowDown", "ArrowDown")).toBe("SIP-möte");
    expect(to(5, "ArrowRight")).toBe("SIP-möte");
    expect(to(0, "ArrowLeft")).toBe("Karin");
    expect(to(3, "ArrowUp", "ArrowUp")).toBe("Karin");
    expect(to(2, "End", "Home")).toBe("Karin");
    expect(to(2, "a")).toBe("Nexus");
});

test("one part at a time is reached by Tab, and focus goes with the arrows", async () => {
    const reached = page.querySelectorAll<SVGElement>('[tabindex="0"]');
    expect(reached).toHaveLength(1);
    reached[0]?.focus();
    press("ArrowDown");
    expect(await here()).toBe("Nexus");
    press("ArrowRight");
    expect(await here()).toBe("Återfallsprevention");
    expect(page.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test("what has focus says its sentence beneath the picture, which stays when focus leaves so that nothing moves", async () => {
    const words = (): string | undefined => page.querySelector(".braid-said")?.textContent ?? undefined;
    expect(words()).toBe("");
    page.querySelector<SVGElement>('[tabindex="0"]')?.focus();
    await nextTick();
    expect(words()).toBe("Karin");
    press("ArrowRight");
    await here();
    expect(words()).toBe("Ringer Anna");
    (document.activeElement as unknown as SVGElement).blur();
    await nextTick();
    expect(words()).toBe("Ringer Anna");
});

test("Enter on a measure goes to it in the plan, and on a strand nowhere", async () => {
    const went = vi.spyOn(router, "push");
    page.querySelector<SVGElement>('[tabindex="0"]')?.focus();
    press("Enter");
    expect(went).not.toHaveBeenCalled();
    press("ArrowDown");
    await here();
    press("ArrowRight");
    await here();
    press("Enter");
    expect(went).toHaveBeenCalledWith({ name: "case-meeting", params: { id: "c" }, query: { field: "measure-m1-text" } });
});

test("what is only seen is hidden from a screen reader", () => {
    const hidden = [...page.querySelectorAll("g[aria-hidden]")];
    expect(hidden).toHaveLength(3);
    expect(hidden.every((each) => !each.hasAttribute("tabindex"))).toBe(true);
});
