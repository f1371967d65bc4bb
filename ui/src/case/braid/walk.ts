/** Going through the braid by keys: to the left and right within a strand, up and down between strands. */
import type { RouteLocationRaw } from "vue-router";
import type { PicturePart } from "@/bindings/wire";
import { draftScope } from "../case";
import { stepPlace } from "../places";

/** What can be gone to: the strands with their knots, and then the meetings. */
export function stops(parts: readonly PicturePart[]): PicturePart[] {
    const strands = parts.filter((part) => part.kind === "strand");
    const seen = new Set<number | null>();
    const ofStrands = strands.flatMap((strand) => {
        if (seen.has(strand.strand)) {
            return [];
        }
        seen.add(strand.strand);
        return [strand, ...parts.filter((part) => part.kind === "knot" && part.strand === strand.strand)];
    });
    return [...ofStrands, ...parts.filter((part) => part.kind === "crossing")];
}

/** The row of each stop: its strand, and below all strands the meetings. */
function rowOf(part: PicturePart): number {
    return part.strand ?? Number.MAX_SAFE_INTEGER;
}

/** The stop that a key leads to; the same stop where the key means nothing here. */
export function walked(all: readonly PicturePart[], at: number, key: string): number {
    const here = all[at];
    if (!here) {
        return 0;
    }
    const rows = [...new Set(all.map(rowOf))];
    const row = rows.indexOf(rowOf(here));
    const first = (wanted: number | undefined): number => all.findIndex((part) => rowOf(part) === wanted);
    switch (key) {
        case "ArrowRight":
            return Math.min(at + 1, all.length - 1);
        case "ArrowLeft":
            return Math.max(at - 1, 0);
        case "ArrowDown":
            return row < rows.length - 1 ? first(rows[row + 1]) : at;
        case "ArrowUp":
            return row > 0 ? first(rows[row - 1]) : first(rows[row]);
        case "Home":
            return 0;
        case "End":
            return all.length - 1;
        default:
            return at;
    }
}

/** Where a measure is written. */
export function measurePlace(id: string, measure: string): RouteLocationRaw {
    return stepPlace(id, "meeting", `${draftScope("measure", measure)}-text`);
}
