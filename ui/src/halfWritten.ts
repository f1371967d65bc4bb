/** The half-written form of an act outside the cases, kept in the store for its user, so that a lock never takes it. */
import type { FieldValue, SavedAt } from "@/field";
import { call, newCommandId } from "@/ipc";

const nothing = (): void => undefined;

type Fields = Record<string, FieldValue>;

export interface HalfWritten {
    /** What was half-written before; null where nothing was. */
    readonly kept: Fields | null;
    /** Keeps what stands in the form now. */
    keep(fields: Fields): Promise<SavedAt>;
    /** Forgets it, when it has been sent or given up. What was sent stands even where the form cannot be forgotten. */
    forget(): Promise<void>;
}

/** Looks in the store for a form; `name` is the command that it is for. */
export async function halfWritten(name: string): Promise<HalfWritten> {
    const found = (await call("form.list", {})).find((form) => form.name === name);
    // Fields of one form are kept side by side; the newest must be written last.
    let last: Promise<unknown> = Promise.resolve();
    function write(content: string | null): Promise<SavedAt> {
        const written = last.then(() => call("form.keep", { name, content }, newCommandId()));
        last = written.catch(() => undefined);
        return written;
    }
    return {
        kept: found ? (JSON.parse(found.content) as Fields) : null,
        keep: (fields) => write(JSON.stringify(fields)),
        forget: () => write(null).then(nothing, nothing),
    };
}
