/** What the user who has unlocked may do. The store refuses the rest anyway: this keeps it off the screen. */
import type { UserRole } from "@/bindings/wire";
import { store } from "@/session";

/** The roles in the order in which people meet them. */
export const roles: UserRole[] = ["caseworker", "coordinator", "administrator", "log_reviewer", "archivist"];

export function may(role: UserRole): boolean {
    return store.value?.user.roles.includes(role) ?? false;
}
