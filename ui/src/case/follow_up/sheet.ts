/** The drafts of a follow-up's sheet: one for each goal and each measure, made when something is first written in it. */
import type { Case, MeetingId, TrackedMeasure } from "@/bindings/wire";
import type { FieldSource, FieldValue } from "@/field";
import type { CaseFile } from "../case";

/** What a line of the sheet is about. */
export type SheetLine = { kind: "goal_rating"; goal: string } | { kind: "measure_status"; measure: string };

/** The fields that hold a code; all others hold text, which is empty and not null where nothing is written. */
const chosen = new Set(["scale", "own_scale", "state"]);

function find(found: Case, meeting: MeetingId, line: SheetLine) {
    return line.kind === "goal_rating"
        ? found.goal_ratings.find((each) => each.meeting === meeting && each.goal === line.goal)
        : found.measure_statuses.find((each) => each.meeting === meeting && each.measure === line.measure);
}

/** The fields of a line of a follow-up's sheet. */
export function sheetSource(file: CaseFile, meeting: MeetingId, line: SheetLine): FieldSource {
    const { kind, ...about } = line;
    const record = () => find(file.view.value.case, meeting, line) as ({ id: string } & Record<string, unknown>) | undefined;
    // Two fields that are filled in at once must not make two records.
    let last: Promise<unknown> = Promise.resolve();
    return {
        scope: `${kind}-${meeting}-${Object.values(about).join("")}`,
        get readonly() {
            return file.closed.value;
        },
        stored: (name) => (record()?.[name] ?? null) as FieldValue,
        save(name, value, seen) {
            const saved = last.then(async () => {
                const there = record();
                const shown = seen ?? (chosen.has(name) ? null : "");
                const reply = there
                    ? await file.run("draft.set", { kind, id: there.id, fields: { [name]: value }, seen: { [name]: shown } })
                    : await file.run("draft.add", { kind, fields: { meeting, ...about, [name]: value } });
                return { at: reply.saved_at };
            });
            last = saved.catch(() => undefined);
            return saved;
        },
    };
}

/** Whether a measure that was not done, or only partly, lacks a why. It reminds and stops nothing. */
export function lacksWhy(measure: TrackedMeasure): boolean {
    return (measure.state === "not_done" || measure.state === "partly") && measure.why.trim() === "";
}
