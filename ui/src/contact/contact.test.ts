import { beforeEach, expect, test, vi } from "vitest";
import { createApp } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import type { ContactLine } from "@/bindings/wire";
import { AppError } from "@/ipc";
import ContactItem from "./ContactItem.vue";
import ToCase from "./ToCase.vue";

const sent = vi.hoisted(() => vi.fn());
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent }));

const settle = () => new Promise((done) => setTimeout(done));
const nowhere = { render: () => null };

function mount(component: Parameters<typeof createApp>[0], props: Record<string, unknown>) {
    const router = createRouter({
        history: createMemoryHistory(),
        routes: [
            { path: "/", name: "contacts", component: nowhere },
            { path: "/contact/:id", name: "contact", component: nowhere },
            { path: "/person/:id", name: "person", component: nowhere },
            { path: "/case/:id", name: "case", component: nowhere },
            { path: "/case/:id/need", name: "case-need", component: nowhere },
        ],
    });
    const app = createApp(component, props);
    app.use(router);
    const page = document.body.appendChild(document.createElement("div"));
    app.mount(page);
    return { page, router };
}

beforeEach(() => {
    document.body.replaceChildren();
    sent.mockReset();
});

const line: ContactLine = { contact: "k", name: "", came_on: "2027-01-11", who: "relative", areas: ["alcohol"], days: 3, outcome: null, holder: null, case: null };

test("somebody who is anonymous waits with the days, and nobody is said to see to it", () => {
    const { page } = mount(ContactItem, { line });
    const words = page.textContent ?? "";
    for (const told of ["Anonym", "Har väntat på svar i 3 dagar", "11 januari 2027", "närstående", "alkohol", "Ingen har hand om det än"]) {
        expect(words).toContain(told);
    }
});

test("a contact becomes a case with one key, and the case is shown", async () => {
    sent.mockResolvedValue({ view: { case: { id: "c" } } });
    const { page, router } = mount(ToCase, { contact: "k" });
    page.querySelector<HTMLElement>(".button--primary")!.click();
    await settle();
    await settle();
    expect(sent).toHaveBeenCalledWith("contact.open_case", { contact: "k", person: null, in_spite_of_duplicate: false }, expect.any(String));
    expect(router.currentRoute.value.name).toBe("case-need");
});

test("a namesake is asked about, and is the same person only when somebody says so", async () => {
    sent.mockRejectedValueOnce(new AppError("duplicate_person", "last_name", { person: "p", same_number: false })).mockResolvedValue({ view: { case: { id: "c" } } });
    const { page } = mount(ToCase, { contact: "k" });
    page.querySelector<HTMLElement>(".button--primary")!.click();
    await settle();
    const [same, other] = [...page.querySelectorAll<HTMLElement>(".button--secondary")];
    expect([same?.textContent, other?.textContent]).toEqual(["Det är samma person", "Det är en annan person"]);
    same!.click();
    await settle();
    expect(sent).toHaveBeenLastCalledWith("contact.open_case", { contact: "k", person: "p", in_spite_of_duplicate: false }, expect.any(String));
});

test("without a number it is said what is missing, and where", async () => {
    sent.mockRejectedValue(new AppError("identity_empty", "identity", {}));
    const { page } = mount(ToCase, { contact: "k" });
    page.querySelector<HTMLElement>(".button--primary")!.click();
    await settle();
    expect(page.textContent).toContain("så att ärendet hamnar hos rätt person");
    expect(page.querySelector(".link")?.textContent).toBe("Gå till fältet");
});
