/** The catalogue as the store last gave it, and the ways to write in it. */
import { shallowRef, type ShallowRef } from "vue";
import type { AnsweredBy, Approach, Catalogue, CatalogueKind, CatalogueReply, Municipality, PartyKind, Unit } from "@/bindings/wire";
import type { FieldSource, FieldValue } from "@/field";
import { call, newCommandId, type CommandName, type Reply, type Request } from "@/ipc";
import type { Choice } from "@/parts/choice";
import { store } from "@/session";
import { t } from "@/texts";

/** What a unit that people turn to can be. */
export const unitKinds: PartyKind[] = ["municipality", "region", "private", "authority", "school", "organisation", "other"];

/** How one comes to a unit. */
export const approaches: Approach[] = ["self_referral", "referral", "either"];

/** Who can answer for a measure. */
export const answerers: AnsweredBy[] = ["municipality", "region", "both", "agreement"];

type CatalogueCommand = { [C in CommandName]: Reply<C> extends CatalogueReply ? C : never }[CommandName];

export interface CatalogueFile {
    /** The catalogue; null until it has been read. */
    readonly found: ShallowRef<Catalogue | null>;
    readonly municipalities: ShallowRef<Municipality[]>;
    /** Reads it. */
    read(): Promise<void>;
    /** Runs a command and shows the catalogue as it then stands; throws `AppError`. */
    run<C extends CatalogueCommand>(command: C, request: Request<C>, commandId?: string): Promise<CatalogueReply>;
    /** A source for the fields of a row. */
    source(kind: CatalogueKind, id: string): FieldSource;
}

/** The id by which the fields of a row are found on the page. */
export function rowScope(kind: CatalogueKind, id: string): string {
    return `${kind}-${id}`;
}

export function useCatalogue(): CatalogueFile {
    const found = shallowRef<Catalogue | null>(null);
    const municipalities = shallowRef<Municipality[]>([]);
    let last: Promise<unknown> = Promise.resolve();

    // One write at a time, so that the newest reply is also the newest catalogue.
    function run<C extends CatalogueCommand>(command: C, request: Request<C>, commandId = newCommandId()): Promise<CatalogueReply> {
        const sent = last.then(async () => {
            const reply = (await call(command, request, commandId)) as CatalogueReply;
            found.value = reply.catalogue;
            return reply;
        });
        last = sent.catch(() => undefined);
        return sent;
    }

    return {
        found,
        municipalities,
        run,
        async read() {
            municipalities.value = (await call("store.places", {})).municipalities;
            found.value = await call("catalogue.show", {});
        },
        source: (kind, id) => ({
            scope: rowScope(kind, id),
            stored(name) {
                const rows: readonly { id: string }[] = (kind === "unit" ? found.value?.units : found.value?.demarcations) ?? [];
                const row = rows.find((each) => each.id === id) as Record<string, FieldValue> | undefined;
                return row?.[name] ?? null;
            },
            async save(name, value, seen) {
                const reply = await run("catalogue.set", { kind, id, fields: { [name]: value }, seen: { [name]: seen } });
                return { at: reply.saved_at };
            },
        }),
    };
}

/** What a unit is called where it stands alone. */
export function unitName(unit: Unit): string {
    return unit.unit.trim() || unit.organisation.trim() || t("catalogue-unnamed");
}

/** The kommuner as choices: the county's own first, each group by name. */
export function municipalityChoices(all: readonly Municipality[]): Choice[] {
    const own = new Set(store.value?.profile.municipalities ?? []);
    const sorted = [...all].sort((a, b) => Number(own.has(b.name)) - Number(own.has(a.name)) || a.name.localeCompare(b.name, "sv"));
    return sorted.map(({ code, name }) => ({ code, words: name }));
}

/** The ages that a unit or a row is for, in words; empty where there is no limit. */
export function agesWords({ ages_from, ages_to }: { ages_from: string; ages_to: string }): string {
    const [from, to] = [ages_from.trim(), ages_to.trim()];
    return from && to ? t("unit-ages-between", { from, to }) : from ? t("unit-ages-from", { from }) : to ? t("unit-ages-to", { to }) : "";
}
