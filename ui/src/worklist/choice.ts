/** Whose arbetslista is shown. The choice stays until the store is locked, and is what is printed. */
import { ref } from "vue";
import type { UserId, WorklistOf } from "@/bindings/wire";

export interface Whose {
    of: WorklistOf;
    user: UserId | null;
}

export const whose = ref<Whose>({ of: "mine", user: null });
