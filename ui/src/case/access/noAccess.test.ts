import { beforeEach, expect, test, vi } from "vitest";
import { createApp } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { AppError } from "@/ipc";
import { t } from "@/texts";
import NoAccess from "./NoAccess.vue";

const sent = vi.hoisted(() => vi.fn());
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent }));

const settle = () => new Promise((done) => setTimeout(done));

/** The page of a refusal with these details; gives it, and how often it said that the case can be opened. */
async function visit(details: Record<string, unknown>): Promise<{ page: HTMLElement; opened: () => number }> {
    let opened = 0;
    const app = createApp(NoAccess, { id: "c", refused: new AppError("no_access", "case", details), onOpened: () => (opened += 1) });
    app.use(createRouter({ history: createMemoryHistory(), routes: [{ path: "/", name: "worklist", component: { render: () => null } }] }));
    const page = document.body.appendChild(document.createElement("div"));
    app.mount(page);
    await settle();
    return { page, opened: () => opened };
}

beforeEach(() => {
    document.body.replaceChildren();
    sent.mockReset().mockResolvedValue({ users: [] });
});

test("whoever may not open a case is told whom to ask, and is not offered what is not allowed", async () => {
    const { page } = await visit({ ask: ["Per Nyström", "Eva Lind"], take_part: false, may_give: false });
    expect(page.textContent).toContain("Eva Lind");
    expect(page.querySelector("form")).toBeNull();
    expect(sent).not.toHaveBeenCalled();
});

test("taking part sends the reason, and opens the case", async () => {
    const { page, opened } = await visit({ ask: ["Per Nyström"], take_part: true, may_give: false });
    const reason = page.querySelector("textarea")!;
    reason.value = "Vikarierar för Per.";
    reason.dispatchEvent(new Event("input", { bubbles: true }));
    reason.form!.dispatchEvent(new Event("submit"));
    await settle();
    await settle();
    expect(sent).toHaveBeenCalledWith("access.take_part", { case: "c", reason: "Vikarierar för Per." }, expect.any(String));
    expect(opened()).toBe(1);
});

test("an administrator gives access to a case that nobody has", async () => {
    const user = { id: "u", name: "Eva Lind", title: "", roles: [], activity: null, ended_at: null };
    sent.mockResolvedValue({ users: [{ user, has_way_in: true, is_you: false }] });
    const { page } = await visit({ ask: ["Anna Berg"], take_part: false, may_give: true });
    expect(page.textContent).toContain(t("no-access-give-text"));
    expect(page.querySelector("form")!.textContent).toContain("Eva Lind");
});
