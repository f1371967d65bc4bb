import { beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h } from "vue";
import type { CaseView } from "@/bindings/wire";
import { AppError } from "@/ipc";
import { provideCase, useCase, type CaseFile } from "./case";
import { useKeptForm, type KeptForm } from "./keptForm";

const sent = vi.hoisted(() => vi.fn());
vi.mock("@/ipc", async (original) => ({ ...(await original<object>()), call: sent }));

type Form = { id: string; name: string; about: string; content: string };

function view(forms: Form[] = [], important = ""): CaseView {
    return { case: { id: "c", closings: [], forms, preparation: { id: "c", important } } } as unknown as CaseView;
}

/** A case with one component in it. */
function open(forms: Form[] = []): { file: CaseFile; form: KeptForm } {
    const found: Partial<{ file: CaseFile; form: KeptForm }> = {};
    const Inside = defineComponent({
        setup() {
            found.file = useCase();
            found.form = useKeptForm("yes.record");
            return () => null;
        },
    });
    const Outside = defineComponent({
        setup() {
            provideCase(view(forms));
            return () => h(Inside);
        },
    });
    createApp(Outside).mount(document.createElement("div"));
    return found as { file: CaseFile; form: KeptForm };
}

beforeEach(() => void sent.mockReset());

test("a field is written with what it had shown, and the reply's view is what is then shown", async () => {
    const { file } = open();
    const source = file.draftSource("preparation", "c");
    sent.mockResolvedValue({ saved_at: "2027-01-25T13:03:00Z", added: null, view: view([], "lugn") });
    expect(await source.save("important", "lugn", "")).toEqual({ at: "2027-01-25T13:03:00Z" });
    expect(sent).toHaveBeenCalledWith(
        "draft.set",
        { case: "c", kind: "preparation", id: "c", fields: { important: "lugn" }, seen: { important: "" } },
        expect.any(String),
    );
    expect(source.stored("important")).toBe("lugn");
});

test("one write waits for the one before it, and a refused one holds up nothing", async () => {
    const { file } = open();
    const order: string[] = [];
    sent.mockImplementation(async (command: string) => {
        order.push(`${command} begins`);
        await Promise.resolve();
        order.push(`${command} ends`);
        if (command === "case.undo") {
            throw new AppError("nothing_to_undo");
        }
        return { saved_at: "", added: null, view: view() };
    });
    const undone = file.run("case.undo", {});
    const redone = file.run("case.redo", {});
    await expect(undone).rejects.toMatchObject({ code: "nothing_to_undo" });
    await redone;
    expect(order).toEqual(["case.undo begins", "case.undo ends", "case.redo begins", "case.redo ends"]);
});

test("two fields of one form that are kept at once add the form once", async () => {
    const { form } = open();
    sent.mockImplementation(async (_command: string, request: { fields: { content: string } }) => ({
        saved_at: "",
        added: "f",
        view: view([{ id: "f", name: "yes.record", about: "", content: request.fields.content }]),
    }));
    await Promise.all([form.keep({ on: "i dag" }), form.keep({ on: "i dag", words: "ja" })]);
    expect(sent.mock.calls.map(([command]) => command)).toEqual(["draft.add", "draft.set"]);
    expect(JSON.parse(sent.mock.calls[1]?.[1].fields.content)).toEqual({ on: "i dag", words: "ja" });
});

test("a form that was half-written comes back", () => {
    const { form } = open([{ id: "f", name: "yes.record", about: "", content: '{"words":"ja, gärna"}' }]);
    expect(form.kept).toEqual({ words: "ja, gärna" });
});
