/** Who judges, as judgements are signed: whoever works here, by name and title. */
import { store } from "@/session";

export function judge(): string {
    const user = store.value?.user;
    return [user?.name, user?.title].filter(Boolean).join(", ");
}
