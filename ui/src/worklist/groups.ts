/** The arbetslista by how near things are. */
import type { TaskWhen, WorklistLine } from "@/bindings/wire";

/** How near, in the order in which things are done. */
export const nearness: TaskWhen[] = ["late", "today", "week", "undated", "later"];

export interface Group {
    when: TaskWhen;
    lines: WorklistLine[];
}

/** A case stands with the nearest of what it waits for. The lines come sorted, and so do a line's tasks. */
export function groups(lines: readonly WorklistLine[]): Group[] {
    const of = (when: TaskWhen): Group => ({ when, lines: lines.filter(({ tasks }) => tasks[0]?.when === when) });
    return nearness.map(of).filter((group) => group.lines.length > 0);
}

/** How many cases a group has. */
export function counted(found: readonly Group[], when: TaskWhen): number {
    return found.find((group) => group.when === when)?.lines.length ?? 0;
}
