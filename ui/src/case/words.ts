/** The sentences of what a case waits for and lacks, and the labels of its fields. */
import type { Missing, Task } from "@/bindings/wire";
import { hasText, t, term } from "@/texts";
import { dayDate } from "@/time";

/** The sentence of something lacking. */
export function missingWords(missing: Missing): string {
    return term("missing", missing.code);
}

/** What is to be done, and by when. */
export function taskWords(task: Task): string {
    const what = t(`task-${task.code.replaceAll("_", "-")}`, { about: task.about });
    if (!task.due) {
        return what;
    }
    return t(task.overdue ? "task-overdue" : "task-by", { what, day: dayDate(task.due) });
}

/** The label of a field of a record. */
export function fieldLabel(kind: string, field: string): string {
    const own = `field-${kind.replaceAll("_", "-")}-${field.replaceAll("_", "-")}`;
    return t(hasText(own) ? own : `field-${field.replaceAll("_", "-")}`);
}
