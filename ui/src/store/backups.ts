/** Backups: one state for the settings and the arbetslista, followed while one is being made. */
import { computed, shallowRef, watch } from "vue";
import type { Backups, BackupWaits } from "@/bindings/wire";
import { announce } from "@/announce";
import { AppError, call } from "@/ipc";
import { isOpen } from "@/session";
import { t } from "@/texts";
import { longDate } from "@/time";

/** Milliseconds between two looks at a backup that is being made. */
const LOOK_EVERY = 500;

const current = shallowRef<Backups | null>(null);

/** How it stands; null until it has been asked for, and while the store is locked. */
export const backups = computed(() => current.value);

watch(isOpen, (open) => {
    if (!open) {
        current.value = null;
    }
}, { flush: "sync" });

/** Takes a reply in, and looks again for as long as one is being made. */
export function takeBackups(found: Backups): void {
    const wasMaking = current.value !== null && current.value.percent !== null;
    current.value = found;
    if (found.percent !== null) {
        setTimeout(() => void askBackups(), LOOK_EVERY);
    } else if (wasMaking) {
        announce(t(found.failed ? "backup-failed" : "backup-done"));
    }
}

/** Asks how it stands. */
export async function askBackups(): Promise<void> {
    try {
        const found = await call("store.backups", {});
        if (isOpen.value) {
            takeBackups(found);
        }
    } catch (error) {
        // What is around says why the store cannot be read.
        if (!(error instanceof AppError)) {
            throw error;
        }
    }
}

/** Begins one in the place that was chosen. */
export async function beginBackup(): Promise<void> {
    takeBackups(await call("store.begin_backup", {}));
}

/** Why one waits: a title and a sentence. */
export function waitsTitle(waits: BackupWaits): string {
    return t(waits.why === "never_made" ? "backup-waits-never" : "backup-waits-written");
}

export function waitsReason(waits: BackupWaits): string {
    return waits.why === "never_made" ? t("backup-waits-why-never") : t("backup-waits-why-written", { day: longDate(waits.last) });
}
