/** What the first start asks for, step by step. */
import { text, type Filled } from "@/case/filled";
import { AppError } from "@/ipc";

/** The steps of the first start, in order. */
export const firstSteps = ["county", "organisation", "user", "passphrase", "recovery"] as const;
export type FirstStep = (typeof firstSteps)[number];

/** The fields that a step cannot do without. */
const needed: Partial<Record<FirstStep, string[]>> = {
    county: ["profile"],
    organisation: ["principal", "organisation", "controller", "unit"],
    user: ["user", "title"],
};

/** Refuses a step in which something needed is empty; throws `AppError` at the field. */
export function check(step: FirstStep, filled: Filled): void {
    const empty = needed[step]?.find((name) => text(filled, name).trim() === "");
    if (empty) {
        throw new AppError("empty_field", empty);
    }
}
