/** The problem areas, in the order in which they are always shown. */
import type { Area } from "@/bindings/wire";

export const areas: Area[] = [
    "alcohol",
    "cannabis",
    "opioids",
    "stimulants",
    "benzodiazepines",
    "new_substances",
    "doping",
    "gambling",
    "mental_health",
    "disability",
    "physical_health",
    "school",
    "housing",
    "other",
];
