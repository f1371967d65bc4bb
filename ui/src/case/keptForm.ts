/** The half-written form of an act, kept in the store as a draft record, so that a lock or another step never loses it. */
import type { SavedAt } from "@/field";
import { useCase, type CaseFile } from "./case";
import type { Filled } from "./filled";

export interface KeptForm {
    /** What was half-written before; null where nothing was. */
    readonly kept: Filled | null;
    /** Keeps what stands in the form now. */
    keep(fields: Filled): Promise<SavedAt>;
    /** Forgets it, when the act has been done. The act stands even where the form cannot be forgotten, as in a case just closed. */
    forget(): Promise<void>;
}

function parsed(content: string): Filled | null {
    try {
        return JSON.parse(content) as Filled;
    } catch {
        return null;
    }
}

const findForm = (file: CaseFile, name: string, about: string) => file.view.value.case.forms.find((form) => form.name === name && form.about === about);

/** Whether a form of an act was left half-written, so that it is shown at once. */
export function isHalfWritten(file: CaseFile, name: string, about = ""): boolean {
    return parsed(findForm(file, name, about)?.content ?? "") !== null;
}

/**
 * A form of an act in the open case. `name` is the act's command and `about` the record that the form is about, such as
 * a party; together they find the form again.
 */
export function useKeptForm(name: string, about = ""): KeptForm {
    const file = useCase();
    const find = () => findForm(file, name, about);
    // Fields of one form are saved side by side; the record must be added once.
    let last: Promise<unknown> = Promise.resolve();
    function inTurn<T>(write: () => Promise<T>): Promise<T> {
        const written = last.then(write);
        last = written.catch(() => undefined);
        return written;
    }
    return {
        kept: parsed(find()?.content ?? ""),
        keep(fields) {
            return inTurn(async () => {
                const content = JSON.stringify(fields);
                const form = find();
                const reply = form
                    ? await file.run("draft.set", { kind: "form", id: form.id, fields: { content }, seen: {} })
                    : await file.run("draft.add", { kind: "form", fields: { name, about, content } });
                return { at: reply.saved_at };
            });
        },
        forget() {
            return inTurn(async () => {
                const form = find();
                if (form && !file.closed.value) {
                    await file.remove("form", form.id);
                }
            });
        },
    };
}
