import { beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, reactive, type Component } from "vue";
import type { CaseView } from "@/bindings/wire";
import { provideCase, type CaseFile } from "./case";
import ReportDeviation from "./following/ReportDeviation.vue";
import HandOut from "./HandOut.vue";
import BookNext from "./meeting/BookNext.vue";
import { deviationAbout } from "./meeting/deviation";

const sent = vi.hoisted(() => ({ call: vi.fn(), bytes: vi.fn() }));
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent.call, callForBytes: sent.bytes }));
vi.mock("@/parts/PdfPreview.vue", () => ({ default: { props: ["bytes"], template: "<output>{{ bytes }}</output>" } }));

type Form = { id: string; name: string; about: string; content: string };
const first = { id: "m1", kind: "sip", held_on: "2027-02-01", starts: "09:00", place: "Nexus" };

function view(changed: object = {}): CaseView {
    const found = { id: "c", closings: [], passings: [], forms: [] as Form[], meetings: [first], follow_ups: [], deviations: [], annulments: [], disclosures: [], ...changed };
    return { case: found, today: "2027-02-01" } as unknown as CaseView;
}

let page: HTMLElement;
beforeEach(() => {
    sent.call.mockReset();
    sent.bytes.mockReset();
    document.body.replaceChildren();
    page = document.body.appendChild(document.createElement("div"));
});

/** A component in a case. */
function show(part: unknown, props: object, start = view()): CaseFile {
    let file: CaseFile | undefined;
    const setup = () => {
        file = provideCase(start);
        return () => h(part as Component, { ...props });
    };
    createApp(defineComponent({ setup })).mount(page);
    return file!;
}

async function settle(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    await nextTick();
}

test("a follow-up that was booked leaves no filled form behind it", async () => {
    const kept: Form = { id: "f", name: "book_follow_up", about: "m1", content: '{"held_on":"2027-03-01","starts":"10:00"}' };
    const booked = { ...first, id: "m2", kind: "follow_up", held_on: "2027-03-01" };
    show(BookNext, { meeting: first }, view({ forms: [kept] }));
    sent.call.mockImplementation(async (command: string) => ({
        saved_at: "",
        added: "m2",
        view: view({ meetings: [first, booked], forms: command === "draft.remove" ? [] : [kept] }),
    }));
    page.querySelector("form")!.dispatchEvent(new Event("submit"));
    await settle();
    expect(sent.call.mock.calls.map(([command]) => command)).toEqual(["draft.add", "draft.remove"]);
    expect(page.querySelector("form")).toBeNull();
    const more = page.querySelector<HTMLButtonElement>(".opened > button")!;
    expect(document.activeElement).toBe(more);
    more.click();
    await settle();
    const values = [...page.querySelectorAll<HTMLInputElement>("form input")].map((input) => input.value);
    expect(values).not.toContain("2027-03-01");
    expect(values).toContain("09:00");
});

test("a report that is half-written stays when what it is of is over, and fills in no other", async () => {
    const absent = { party: "p", meeting: "m1", kind: "called_absent", which: "Eva", event: "Eva kom inte", about: "Eva" } as const;
    const kept: Form = { id: "f", name: "deviation.record", about: deviationAbout(absent), content: '{"event":"Eva uteblev"}' };
    const props = reactive({ ...absent, over: true });
    show(ReportDeviation, props, view({ forms: [kept] }));
    expect([...page.querySelectorAll("textarea")].map((field) => field.value)).toContain("Eva uteblev");
    page = document.body.appendChild(document.createElement("div"));
    show(ReportDeviation, { ...absent, kind: "no_reply" }, view({ forms: [kept] }));
    expect(page.querySelector("form")).toBeNull();
});

test("the wording that was chosen last is the one that is shown", async () => {
    const props = reactive({ document: { document: "own_page", wording: "easy" }, recipient: { to: "person" }, title: "Egen sida" });
    const read: [string, (bytes: Uint8Array) => void][] = [];
    sent.bytes.mockImplementation((_command: string, request: { document: { wording: string } }) => new Promise((done) => read.push([request.document.wording, done])));
    const answer = async (byte: number) => {
        read.at(-1)![1](new Uint8Array([byte]));
        await settle();
    };
    show(HandOut, props);
    page.querySelector("button")!.click();
    await answer(1);
    expect(page.querySelector("output")?.textContent).toContain("1");
    props.document = { document: "own_page", wording: "child" };
    await settle();
    expect(page.querySelector("output")).toBeNull();
    props.document = { document: "own_page", wording: "plain" };
    await answer(2);
    expect(page.querySelector("output")).toBeNull();
    await answer(3);
    expect(page.querySelector("output")?.textContent).toContain("3");
    expect(read.map(([wording]) => wording)).toEqual(["easy", "child", "plain"]);
});
