/** What the user who has unlocked may do. The store refuses the rest anyway: this keeps it off the screen. */
import { computed } from "vue";
import type { UserRole } from "@/bindings/wire";
import { store } from "@/session";

/** The roles in the order in which people meet them. */
export const roles: UserRole[] = ["caseworker", "coordinator", "administrator", "log_reviewer", "archivist"];

/** Whether the user may look after what the county keeps in common: the pages of kunskapsstöd and the catalogue. */
export const mayLookAfter = computed(() => may("administrator") || may("coordinator"));

export function may(role: UserRole): boolean {
    return store.value?.user.roles.includes(role) ?? false;
}
