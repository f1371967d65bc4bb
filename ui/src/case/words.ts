/** The sentences of what a case waits for and lacks, and the labels of its fields. */
import type { Case, Missing, Task } from "@/bindings/wire";
import { hasText, t } from "@/texts";
import { dayDate } from "@/time";
import { whoName } from "./names";

/** The sentence of something lacking: which record it is, where a case has several of the kind, or whom it is about. */
export function missingWords(found: Case, missing: Missing): string {
    const who = whoName(found, missing.record) || t("party-unnamed");
    const sentence = t(`missing-${missing.code.replaceAll("_", "-")}`, { who });
    const { goals, measures, other_measures, own_actions, open_questions } = found;
    const record = [...goals, ...measures, ...other_measures, ...own_actions, ...open_questions].find((each) => each.id === missing.record);
    return record?.text.trim() ? `${sentence} ”${record.text.trim()}”` : sentence;
}

/** What is to be done, and by when. */
export function taskWords(task: Task): string {
    const what = t(`task-${task.code.replaceAll("_", "-")}`, { about: task.about });
    if (!task.due) {
        return what;
    }
    return t(task.when === "late" ? "task-overdue" : "task-by", { what, day: dayDate(task.due) });
}

/** The label of a field of a record. */
export function fieldLabel(kind: string, field: string): string {
    const own = `field-${kind.replaceAll("_", "-")}-${field.replaceAll("_", "-")}`;
    return t(hasText(own) ? own : `field-${field.replaceAll("_", "-")}`);
}
