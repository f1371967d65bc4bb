// Provisional until the bindings are generated: only what the shell itself needs.
export interface StoreStatus {
    state: "none" | "locked" | "open";
    user: string | null;
    unit: string | null;
    practice: boolean;
    quick_unlock: boolean;
    /** Seconds until the store locks itself, when that is near. */
    locks_in: number | null;
}
export interface Commands {
    "store.status": { request: Record<string, never>; reply: StoreStatus };
    "store.lock": { request: Record<string, never>; reply: StoreStatus };
    "store.unlock": { request: { passphrase: string }; reply: StoreStatus };
}
