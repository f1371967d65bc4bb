/** Reads the filled fields of an act's form as its command wants them. */
import type { FieldValue } from "@/field";
import { AppError } from "@/ipc";

/** What a form holds. */
export type Filled = Record<string, FieldValue>;

/** A text as written; empty where nothing is. */
export function text(fields: Filled, name: string): string {
    const value = fields[name];
    return typeof value === "string" ? value : "";
}

/** A chosen code; throws the refusal of an empty field where none is chosen. */
export function code<C extends string>(fields: Filled, name: string): C {
    const value = text(fields, name);
    if (value === "") {
        throw new AppError("empty_field", name);
    }
    return value as C;
}

/** Chosen codes. */
export function codes<C extends string>(fields: Filled, name: string): C[] {
    const value = fields[name];
    return Array.isArray(value) ? (value as C[]) : [];
}

/** Whether a box is ticked. */
export function ticked(fields: Filled, name: string): boolean {
    return fields[name] === true;
}
