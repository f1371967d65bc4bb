import { beforeEach, expect, test, vi } from "vitest";
import { createApp } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import type { Task, Worklist, WorklistLine } from "@/bindings/wire";
import { router as routes } from "@/router";
import { whose } from "./choice";
import WhoseChoice from "./WhoseChoice.vue";
import WorkGroup from "./WorkGroup.vue";

function mount(component: Parameters<typeof createApp>[0], props: Record<string, unknown>): HTMLElement {
    const app = createApp(component, props);
    app.use(createRouter({ history: createMemoryHistory(), routes: routes.options.routes }));
    const page = document.body.appendChild(document.createElement("div"));
    app.mount(page);
    return page;
}

const task = (code: Task["code"]): Task => ({ code, due: "2027-01-10", when: "late", record: null, about: "" });

function line(number: number, tasks: Task[]): WorklistLine {
    return {
        line: { case: `c${number}`, number: `SIP-2027-${number}`, plan_type: "sip", person: "p", name: `Person ${number}`, opened_at: "2027-01-01T08:00:00Z", closed: false },
        tasks,
        clocks: [{ code: "need_to_call", day: "2027-01-10", days: -2 }],
        hurt: false,
    };
}

beforeEach(() => {
    document.body.replaceChildren();
    whose.value = { of: "mine", user: null };
});

test("a long group is shown bit by bit, and the focus goes on with what came", async () => {
    const page = mount(WorkGroup, { group: { when: "late", lines: Array.from({ length: 45 }, (_, index) => line(index, [task("fix_plan")])) } });
    expect(page.querySelector("h2")?.textContent).toBe("Försenat (45)");
    expect(page.querySelectorAll("article")).toHaveLength(20);
    page.querySelector<HTMLElement>(".button--secondary")!.click();
    await new Promise((done) => setTimeout(done));
    expect(page.querySelectorAll("article")).toHaveLength(40);
    expect(document.activeElement?.textContent).toBe("Person 20");
});

test("a case says which clock has run out, and folds what is further off", () => {
    const tasks = (["ask_for_yes", "fix_plan", "file_plan", "give_copy", "book_follow_up"] as const).map(task);
    const page = mount(WorkGroup, { group: { when: "late", lines: [line(1, tasks)] } });
    expect(page.querySelector(".clock--over")?.textContent).toContain("2 dagar över tiden");
    expect(page.querySelector("summary")?.textContent).toBe("2 saker till att göra");
});

test("choosing a colleague's cases asks for the first colleague at once", () => {
    const list: Worklist = { lines: [], contacts: [], counts: { mine: 0, unit: 3, all: 4 }, colleagues: [{ user: "u2", name: "Eva Lind" }] };
    const chosen = vi.fn();
    const page = mount(WhoseChoice, { list, onChosen: chosen });
    const choices = [...page.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    expect(choices.map(({ value }) => value)).toEqual(["mine", "unit", "all", "colleague"]);
    expect(page.textContent).toContain("Enhetens (3)");
    choices[3]!.checked = true;
    choices[3]!.dispatchEvent(new Event("change"));
    expect(whose.value).toEqual({ of: "colleague", user: "u2" });
    expect(chosen).toHaveBeenCalledOnce();
});
