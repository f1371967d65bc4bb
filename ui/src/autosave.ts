/** When a field is written: half a second after the last key, at latest every five seconds, and at once when it is left. */

/** Milliseconds of quiet before a field is written. */
export const QUIET = 500;
/** Milliseconds that typed text may at most stay unwritten. */
export const LATEST = 5000;

const open = new Set<Autosave<never>>();

const readings = new Set<Promise<unknown>>();

/** What a field will hold is being read, as the bytes of a file: `flushAll` waits for it. A reading must not fail. */
export async function whileReading(reading: Promise<unknown>): Promise<void> {
    readings.add(reading);
    await reading;
    readings.delete(reading);
}

/** Writes everything that is typed and not yet written; for the moment before the store is locked or the window closes. */
export async function flushAll(): Promise<void> {
    await Promise.all(readings);
    await Promise.all([...open].map((autosave) => autosave.flush()));
}

/** Forgets everything that waits: after a lock nothing that was typed may stay in memory. */
export function forgetAll(): void {
    for (const autosave of [...open]) {
        autosave.drop();
    }
}

/**
 * One field's saving. Only one write is under way at a time, and the newest value follows it. A write that fails leaves
 * the value waiting: the next key, or leaving the field, tries again. `write` reports its own failures.
 */
export class Autosave<T> {
    private waiting: { value: T } | null = null;
    private quiet: ReturnType<typeof setTimeout> | undefined;
    private latest: ReturnType<typeof setTimeout> | undefined;
    private writing: Promise<void> | null = null;

    /** `write` gives true when the value was stored. */
    constructor(private readonly write: (value: T) => Promise<boolean>) {}

    /** Is there something typed that is not yet stored? */
    get pending(): boolean {
        return this.waiting !== null || this.writing !== null;
    }

    /** A new value was typed. */
    changed(value: T): void {
        this.waiting = { value };
        open.add(this as unknown as Autosave<never>);
        clearTimeout(this.quiet);
        this.quiet = setTimeout(() => void this.flush(), QUIET);
        this.latest ??= setTimeout(() => void this.flush(), LATEST);
    }

    /** Forgets what waits, since a person chose another value. */
    drop(): void {
        this.clearTimers();
        this.waiting = null;
        open.delete(this as unknown as Autosave<never>);
    }

    /** Writes what waits now, and resolves when it has been answered. */
    async flush(): Promise<void> {
        this.clearTimers();
        // Several may wait here at once: whoever comes second waits for the first one's write as well.
        while (this.writing) {
            await this.writing;
        }
        const next = this.waiting;
        if (!next) {
            return;
        }
        this.waiting = null;
        this.writing = this.writeOnce(next);
        await this.writing;
    }

    private async writeOnce(next: { value: T }): Promise<void> {
        const stored = await this.write(next.value);
        this.writing = null;
        if (stored) {
            if (!this.waiting) {
                open.delete(this as unknown as Autosave<never>);
            }
        } else {
            this.waiting ??= next;
        }
    }

    private clearTimers(): void {
        clearTimeout(this.quiet);
        clearTimeout(this.latest);
        this.quiet = this.latest = undefined;
    }
}
