import { beforeEach, expect, test, vi } from "vitest";
import { createApp } from "vue";
import type { StoreStatus } from "@/bindings/wire";
import { take } from "@/session";
import LogReviewView from "./LogReviewView.vue";

const sent = vi.hoisted(() => vi.fn());
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent }));
vi.mock("./OpeningTable.vue", () => ({ default: { render: () => null } }));

const open = { state: "open", open: { user: { name: "Per Nyström", title: "" } } } as unknown as StoreStatus;
const review = { id: "r", from: "2027-01-01", to: "2027-01-31", reviewer: "Per Nyström", looked_at: "alla", finding: "inget", next_on: "2027-02-28", at: "2027-02-01T09:00:00Z", by: "Per" };

const settle = () => new Promise((done) => setTimeout(done));

/** Opens the page anew; gives its form's field for what was found, and the way to leave. */
async function visit(): Promise<{ finding: HTMLTextAreaElement; leave: () => void }> {
    const app = createApp(LogReviewView);
    const page = document.body.appendChild(document.createElement("div"));
    app.mount(page);
    await settle();
    const finding = page.querySelectorAll("textarea")[1]!;
    return { finding, leave: () => (app.unmount(), page.remove()) };
}

async function write(finding: HTMLTextAreaElement): Promise<void> {
    finding.value = "En oväntad öppning";
    finding.dispatchEvent(new Event("input", { bubbles: true }));
    finding.dispatchEvent(new Event("blur"));
    await settle();
}

/** The store: the forms that are half-written, and the checks. */
let forms: Array<{ name: string; content: string }>;
let reviews: object[];

beforeEach(() => {
    document.body.replaceChildren();
    take(open);
    forms = [];
    reviews = [];
    sent.mockReset().mockImplementation(async (command: string, request: { name: string; content: string | null }) => {
        if (command === "form.keep") {
            forms = request.content === null ? [] : [{ name: request.name, content: request.content }];
            return { at: "2027-02-01T09:00:00Z" };
        }
        if (command === "access.review") {
            reviews = [review];
        }
        return command === "form.list" ? forms : { waits: null, reviews };
    });
});

test("a half-written check stands when one comes back to it, after a lock too, until it is saved", async () => {
    const before = await visit();
    await write(before.finding);
    before.leave();
    take({ ...open, state: "locked", open: null });
    take(open);
    const after = await visit();
    expect(after.finding.value).toBe("En oväntad öppning");
    after.finding.form!.dispatchEvent(new Event("submit"));
    await settle();
    expect(after.finding.isConnected).toBe(true);
    expect(after.finding.value).toBe("");
    expect([...after.finding.form!.querySelectorAll("input")].map((input) => input.value)).toContain("2027-01-31");
    expect(forms).toEqual([]);
});
