/**
 * The open case: the view that the store last gave, and the ways to write to it. Every reply brings the whole view, which
 * replaces the shown one, so that no step guesses what its own writing led to.
 */
import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey, type ShallowRef } from "vue";
import type { Case, CaseReply, CaseView, DraftKind } from "@/bindings/wire";
import type { FieldSource, FieldValue } from "@/field";
import { call, newCommandId, type CommandName, type Reply, type Request } from "@/ipc";

/** The commands that write to a case: they answer with its new view. */
export type CaseCommand = {
    [C in CommandName]: Reply<C> extends CaseReply ? (Request<C> extends { case: string } ? C : never) : never;
}[CommandName];

/** A request without its case, which `run` adds. */
export type CaseRequest<C extends CaseCommand> = Omit<Request<C>, "case">;

/** A draft record, as the field source reads it. */
type DraftValues = { id: string } & Record<string, unknown>;

export interface CaseFile {
    readonly id: string;
    /** The case as it stands. */
    readonly view: ShallowRef<CaseView>;
    /** A case that is closed, or with a colleague, is read and not written. */
    readonly closed: ComputedRef<boolean>;
    /** The whole case is with a colleague now. */
    readonly away: ComputedRef<boolean>;
    /** Runs a command and shows the case as it then stands; throws `AppError`. An act gives the id of its filled form. */
    run<C extends CaseCommand>(command: C, request: CaseRequest<C>, commandId?: string): Promise<CaseReply>;
    /** A source for the fields of a draft record. */
    draftSource(kind: DraftKind, id: string): FieldSource;
    /** Adds a draft record and gives its id. */
    add(kind: DraftKind, fields?: Record<string, unknown>, commandId?: string): Promise<string>;
    remove(kind: DraftKind, id: string, commandId?: string): Promise<void>;
    order(kind: DraftKind, ids: string[], commandId?: string): Promise<void>;
}

const key: InjectionKey<CaseFile> = Symbol("case");

/** The id by which the fields of a draft record are found on the page. */
export function draftScope(kind: DraftKind, id: string): string {
    return `${kind}-${id}`;
}

/** The records of a kind in a case; the kinds of which a case has one give that one. */
export function draftRecords(found: Case, kind: DraftKind): { id: string }[] {
    switch (kind) {
        case "frame":
        case "need":
        case "preparation":
        case "plan_frame":
        case "child":
            return [found[kind]];
        case "party":
            return found.parties;
        case "crisis":
            return found.crises;
        case "measure_status":
            return found.measure_statuses;
        default:
            return found[`${kind}s`];
    }
}

function openFile(first: CaseView): CaseFile {
    const { id } = first.case;
    const view = shallowRef(first);
    const away = computed(() => view.value.case.passings.at(-1)?.way === "sent");
    const closed = computed(() => away.value || view.value.case.closings.length > 0);
    let last: Promise<unknown> = Promise.resolve();

    // One write at a time, so that the newest reply is also the newest view.
    function run<C extends CaseCommand>(command: C, request: CaseRequest<C>, commandId = newCommandId()): Promise<CaseReply> {
        const sent = last.then(async () => {
            const reply = (await call(command, { ...request, case: id } as unknown as Request<C>, commandId)) as CaseReply;
            view.value = reply.view;
            return reply;
        });
        last = sent.catch(() => undefined);
        return sent;
    }

    function draftSource(kind: DraftKind, record: string): FieldSource {
        return {
            scope: draftScope(kind, record),
            get readonly() {
                return closed.value;
            },
            stored(name) {
                const found = draftRecords(view.value.case, kind).find((each) => each.id === record) as DraftValues | undefined;
                return (found?.[name] ?? null) as FieldValue;
            },
            async save(name, value, seen) {
                const reply = await run("draft.set", { kind, id: record, fields: { [name]: value }, seen: { [name]: seen } });
                return { at: reply.saved_at };
            },
        };
    }

    return {
        id,
        view,
        closed,
        away,
        run,
        draftSource,
        async add(kind, fields = {}, commandId) {
            const reply = await run("draft.add", { kind, fields }, commandId);
            return reply.added ?? "";
        },
        async remove(kind, record, commandId) {
            await run("draft.remove", { kind, id: record }, commandId);
        },
        async order(kind, ids, commandId) {
            await run("draft.order", { kind, ids }, commandId);
        },
    };
}

/** Opens a case for the components below. */
export function provideCase(first: CaseView): CaseFile {
    const file = openFile(first);
    provide(key, file);
    return file;
}

/** The case that the steps around stand in. */
export function useCase(): CaseFile {
    const file = inject(key);
    if (!file) {
        throw new Error("a step stands outside a case");
    }
    return file;
}
