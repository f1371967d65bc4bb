import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, reactive, type Component } from "vue";
import { AppError } from "@/ipc";
import type { FieldSource, FieldValue } from "@/field";
import ActForm from "./ActForm.vue";
import DateField from "./DateField.vue";
import FieldScope from "./FieldScope.vue";
import Opened from "./Opened.vue";
import SecretField from "./SecretField.vue";
import TextField from "./TextField.vue";

let page: HTMLElement;
beforeEach(() => {
    vi.useFakeTimers();
    page = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
});

function show(render: () => ReturnType<typeof h>): void {
    createApp(defineComponent({ render })).mount(page);
}

function find<E extends HTMLElement>(selector: string): E {
    const element = page.querySelector<E>(selector);
    if (!element) {
        throw new Error(`no ${selector} on the page`);
    }
    return element;
}

function type(text: string): void {
    const input = find<HTMLInputElement>("input");
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A field over a stored value, of text where nothing else is said. */
function field(stored: Record<string, FieldValue>, save: FieldSource["save"], part: unknown = TextField): void {
    const source: FieldSource = { scope: "s", stored: (name) => stored[name] ?? null, save };
    show(() => h(FieldScope as Component, { source }, () => h(part as Component, { name: "goal", label: "Mål" })));
}

test("a field says when it was saved, by the reply's time, and tells what it had seen", async () => {
    const saves: FieldValue[][] = [];
    field(reactive({ goal: "gammalt" }), async (_name, value, seen) => {
        saves.push([value, seen]);
        return { at: new Date(2027, 0, 25, 14, 3).toISOString() };
    });
    type("nytt");
    expect(page.textContent).not.toContain("Sparat");
    await vi.advanceTimersByTimeAsync(500);
    expect(page.textContent).toContain("Sparat 14.03");
    type("nyare");
    await vi.advanceTimersByTimeAsync(500);
    expect(saves).toEqual([["nytt", "gammalt"], ["nyare", "nytt"]]);
});

test("a refused save leaves what was typed, with the words at the field", async () => {
    field({}, async () => {
        throw new AppError("internal", "goal");
    });
    type("mitt");
    await vi.advanceTimersByTimeAsync(500);
    expect(find<HTMLInputElement>("input").value).toBe("mitt");
    expect(find("input").getAttribute("aria-describedby")).toBe("s-goal-error");
});

test("what a full disk did not take stays on the screen as not saved, and is tried at the next key and when asked", async () => {
    const tried: FieldValue[] = [];
    let full = true;
    field({ goal: "gammalt" }, async (_name, value) => {
        tried.push(value);
        if (full) {
            throw new AppError("disk_full");
        }
        return { at: new Date(2027, 0, 25, 14, 3).toISOString() };
    });
    type("nytt");
    await vi.advanceTimersByTimeAsync(500);
    expect(page.textContent).toContain("Inte sparat");
    expect(page.textContent).toContain("Disken är full");
    type("nyare");
    await nextTick();
    expect(page.textContent, "the reason does not come and go with each key").toContain("Disken är full");
    await vi.advanceTimersByTimeAsync(500);
    expect(find<HTMLInputElement>("input").value).toBe("nyare");
    expect(page.textContent).toContain("Inte sparat");
    full = false;
    find(".field__again button").click();
    await vi.advanceTimersByTimeAsync(0);
    expect(tried).toEqual(["nytt", "nyare", "nyare"]);
    expect(page.textContent).toContain("Sparat 14.03");
    expect(page.textContent).not.toContain("Inte sparat");
    expect(page.textContent).not.toContain("Disken är full");
});

test("a date that cannot be read is saved as it was typed, and the field says so when it has been left", async () => {
    const saves: FieldValue[] = [];
    field({}, async (_name, value) => {
        saves.push(value);
        return null;
    }, DateField);
    const invalid = (): string | null => find("input").getAttribute("aria-invalid");
    type("32/13");
    await vi.advanceTimersByTimeAsync(5000);
    expect(invalid(), "nobody is told while they write").toBeNull();
    find("input").dispatchEvent(new Event("blur"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(invalid()).toBe("true");
    expect(find("input").getAttribute("aria-describedby")).toBe("s-goal-error");
    expect(find("#s-goal-error").textContent).toContain("går inte att läsa");
    expect(saves).toEqual(["32/13"]);
    type("25/1 2027");
    await nextTick();
    expect(invalid()).toBeNull();
    expect(page.textContent).toContain("25 januari 2027");
});

test("a date that was stored and cannot be read says so from the start", () => {
    field({ goal: "i går" }, async () => null, DateField);
    expect(find<HTMLInputElement>("input").value).toBe("i går");
    expect(find("input").getAttribute("aria-invalid")).toBe("true");
});

test("two who wrote the same field: both values are shown, and one's own is saved over what is now seen", async () => {
    const saves: FieldValue[][] = [];
    field({ goal: "först" }, async (_name, value, seen) => {
        saves.push([value, seen]);
        if (seen !== "deras") {
            throw new AppError("changed_meanwhile", "goal", { stored: "deras" });
        }
        return null;
    });
    type("mitt");
    await vi.advanceTimersByTimeAsync(500);
    expect(find(".conflict").textContent).toContain("mitt");
    expect(find(".conflict").textContent).toContain("deras");
    find<HTMLButtonElement>(".conflict button").click();
    await vi.advanceTimersByTimeAsync(500);
    expect(saves.at(-1)).toEqual(["mitt", "deras"]);
    expect(page.querySelector(".conflict")).toBeNull();
});

test("a value from elsewhere is shown, but not over what is being typed", async () => {
    const stored = reactive<Record<string, FieldValue>>({ goal: "ett" });
    field(stored, async () => null);
    stored.goal = "två";
    await nextTick();
    expect(find<HTMLInputElement>("input").value).toBe("två");
    type("mitt");
    stored.goal = "tre";
    await nextTick();
    expect(find<HTMLInputElement>("input").value).toBe("mitt");
});

function press(): void {
    find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}

test("a double click on an act sends it once, with all that was typed", async () => {
    const sent: Array<[Record<string, FieldValue>, string]> = [];
    const submit = async (fields: Record<string, FieldValue>, id: string): Promise<void> => {
        await new Promise((done) => setTimeout(done, 100));
        sent.push([fields, id]);
    };
    show(() => h(ActForm as Component, { submitLabel: "Sänd", submit }, () => h(TextField as Component, { name: "goal", label: "Mål" })));
    type("allt");
    press();
    press();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(([fields]) => fields)).toEqual([{ goal: "allt" }]);
});

test("an act tried again after a refusal has the same id; the next one has another", async () => {
    const ids: string[] = [];
    let refuse = true;
    const submit = async (_fields: Record<string, FieldValue>, id: string): Promise<void> => {
        ids.push(id);
        if (refuse) {
            throw new AppError("internal", "goal");
        }
    };
    show(() => h(ActForm as Component, { submitLabel: "Sänd", submit }, () => h(TextField as Component, { name: "goal", label: "Mål" })));
    press();
    await vi.advanceTimersByTimeAsync(10);
    expect(page.querySelectorAll(".field--error")).toHaveLength(1);
    refuse = false;
    press();
    await vi.advanceTimersByTimeAsync(10);
    press();
    await vi.advanceTimersByTimeAsync(10);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
});

test("what is half-written in an act is kept, and comes back", async () => {
    const kept: Array<Record<string, FieldValue>> = [];
    const keep = async (fields: Record<string, FieldValue>) => {
        kept.push(fields);
        return null;
    };
    show(() => h(ActForm as Component, { submitLabel: "Sänd", submit: async () => undefined, keep, kept: { goal: "från förut" } }, () => h(TextField as Component, { name: "goal", label: "Mål" })));
    expect(find<HTMLInputElement>("input").value).toBe("från förut");
    type("vidare");
    await vi.advanceTimersByTimeAsync(500);
    expect(kept).toEqual([{ goal: "vidare" }]);
});

test("what a button opens gets focus, and the button when it closes", async () => {
    const inside = ({ close }: { close: () => void }) => [h("input"), h("a", { onClick: close })];
    show(() => h(Opened as Component, { opener: "Skriv", beside: "BUP", class: "button" }, { default: inside }));
    expect(find("button").textContent?.trim()).toBe("Skriv – BUP");
    find("button").click();
    await vi.advanceTimersByTimeAsync(0);
    expect(document.activeElement).toBe(find("input"));
    find("a").click();
    await vi.advanceTimersByTimeAsync(0);
    expect(document.activeElement).toBe(find("button.button"));
});

test("a pasted secret loses what stands around it, and takes the place of what was marked", () => {
    const typed: string[] = [];
    show(() => h(SecretField as Component, { label: "Lösenfras", modelValue: "", "onUpdate:modelValue": (now: string) => typed.push(now) }));
    const paste = (text: string): void => {
        const event = new Event("paste", { bubbles: true, cancelable: true });
        Object.assign(event, { clipboardData: { getData: () => text } });
        find<HTMLInputElement>("input").dispatchEvent(event);
    };
    paste("\u00a0fyra ord i\u200b rad\t\r\n");
    expect(typed).toEqual(["fyra ord i rad"]);
    find<HTMLInputElement>("input").setSelectionRange(0, 4);
    paste(" fem ");
    expect(typed.at(-1)).toBe("fem ord i rad");
});
