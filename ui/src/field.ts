/**
 * What every field part stands on. A field does not know whether it belongs to a draft record, saved field by field, or to
 * the form of an act, kept until it is sent: it asks the `FieldSource` around it.
 */
import { computed, inject, onBeforeUnmount, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref } from "vue";
import { Autosave } from "@/autosave";
import { AppError } from "@/ipc";

/** What a field holds: text as typed, a yes or no, or a list of codes. */
export type FieldValue = string | boolean | string[] | null;

/** The reply to a save: when the store wrote it (RFC 3339). */
export interface SavedAt {
    at: string;
}

/** Where fields read and write. */
export interface FieldSource {
    /** Makes ids of the fields unique on the page. */
    readonly scope: string;
    /** True where nothing may be changed, such as a fixed version. */
    readonly readonly?: boolean;
    /** The stored value, reactive. */
    stored(name: string): FieldValue;
    /** Writes a value; `seen` is the stored value as this field last showed it. Throws `AppError`. */
    save(name: string, value: FieldValue, seen: FieldValue): Promise<SavedAt | null>;
    /** The refusal that concerns this field, when an act was refused. */
    refused?(name: string): AppError | null;
}

const key: InjectionKey<FieldSource> = Symbol("fields");

/** Gives the fields below a source of their own. */
export function provideFields(source: FieldSource): void {
    provide(key, source);
}

/** The id of a field's control, by which an error summary finds it. */
export function fieldId(source: FieldSource, name: string): string {
    return `${source.scope}-${name}`;
}

/** Somebody else wrote the same field: both values, for a person to choose between. */
export interface Conflict {
    mine: FieldValue;
    theirs: FieldValue;
}

export interface Field<T extends FieldValue> {
    readonly id: string;
    readonly readonly: boolean;
    /** What stands in the field now. */
    readonly value: Readonly<Ref<T>>;
    readonly saving: Readonly<Ref<boolean>>;
    /** When it was last saved while on the screen, RFC 3339. */
    readonly savedAt: Readonly<Ref<string | null>>;
    readonly error: ComputedRef<AppError | null>;
    /** What is typed could not be saved; it stays on the screen and is tried again at the next key. */
    readonly unsaved: ComputedRef<boolean>;
    readonly conflict: Readonly<Ref<Conflict | null>>;
    /** A key was pressed: saved when quiet. */
    typed(value: T): void;
    /** A choice was made: saved at once. */
    chosen(value: T): void;
    left(): void;
    /** Ends a conflict with one of the two values. */
    settle(keep: "mine" | "theirs"): void;
}

function same(a: FieldValue, b: FieldValue): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}

/** The reasons that lie in the disk: they stay until something has been saved, and do not come and go with each key. */
const DISK = ["disk_full", "disk_read_only", "no_rights", "file_failed"];

/** One field's state: what is typed, what is stored, and how its saving goes. `empty` is what an unset field shows. */
export function useField<T extends FieldValue>(name: string, empty: T): Field<T> {
    const source = inject(key);
    if (!source) {
        throw new Error(`the field ${name} stands outside a field source`);
    }
    const stored = (): T => (source.stored(name) ?? empty) as T;
    const value = ref(stored()) as Ref<T>;
    const savedAt = ref<string | null>(null);
    const saving = ref(false);
    const failure = ref<AppError | null>(null);
    const conflict = ref<Conflict | null>(null);
    /** The refusal that was answered by a key: gone at once, so that nothing moves under a click when the field is left. */
    const answered = shallowRef<AppError | null>(null);
    const refused = (): AppError | null => source.refused?.(name) ?? null;
    let seen: FieldValue = source.stored(name);

    async function write(typed: T): Promise<boolean> {
        if (conflict.value) {
            conflict.value = { ...conflict.value, mine: typed };
            return false;
        }
        saving.value = true;
        try {
            const saved = await source!.save(name, typed, seen);
            seen = typed;
            savedAt.value = saved?.at ?? savedAt.value;
            failure.value = null;
            return true;
        } catch (error) {
            if (!(error instanceof AppError)) {
                throw error;
            }
            if (error.code === "changed_meanwhile") {
                conflict.value = { mine: typed, theirs: (error.details.stored ?? null) as FieldValue };
            } else {
                failure.value = error;
            }
            return false;
        } finally {
            saving.value = false;
        }
    }

    const autosave = new Autosave<T>(write);
    onBeforeUnmount(() => void autosave.flush());

    // A value that came from elsewhere (undo, another window) is shown, but never over what is being typed.
    watch(stored, (now) => {
        if (!autosave.pending && !conflict.value) {
            seen = source.stored(name);
            if (!same(now, value.value)) {
                value.value = now;
            }
        }
    });

    function typed(now: T): void {
        value.value = now;
        if (!DISK.includes(failure.value?.code ?? "")) {
            failure.value = null;
        }
        answered.value = refused();
        autosave.changed(now);
    }

    return {
        id: fieldId(source, name),
        readonly: source.readonly ?? false,
        value,
        saving,
        savedAt,
        conflict,
        error: computed(() => failure.value ?? (refused() === answered.value ? null : refused())),
        unsaved: computed(() => failure.value !== null),
        typed,
        chosen(now) {
            typed(now);
            void autosave.flush();
        },
        left() {
            void autosave.flush();
        },
        settle(keep) {
            const both = conflict.value;
            if (!both) {
                return;
            }
            conflict.value = null;
            seen = both.theirs;
            if (keep === "mine") {
                autosave.changed(both.mine as T);
                void autosave.flush();
            } else {
                autosave.drop();
                value.value = (both.theirs ?? empty) as T;
            }
        },
    };
}
