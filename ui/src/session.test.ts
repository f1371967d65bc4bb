import { expect, test, vi } from "vitest";
import type { StoreStatus } from "@/bindings/wire";
import { Autosave } from "./autosave";
import { take } from "./session";

const status = (state: string): StoreStatus => ({ state, open: null, space_left: null }) as unknown as StoreStatus;

/** Somebody writes, and the store is heard from meanwhile. */
async function written(...heard: string[]): Promise<unknown[]> {
    vi.useFakeTimers();
    const stored: unknown[] = [];
    const [first, ...then] = heard;
    take(status(first ?? ""));
    const autosave = new Autosave<string>(async (value) => stored.push(value) > 0);
    autosave.changed("socialsekreterare");
    then.forEach((state) => take(status(state)));
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    return stored;
}

test("what is written at the first start and at the door outlives each asking for the store's state", async () => {
    expect(await written("empty", "empty")).toEqual(["socialsekreterare"]);
    expect(await written("locked", "locked")).toEqual(["socialsekreterare"]);
    expect(await written("damaged", "damaged")).toEqual(["socialsekreterare"]);
    expect(await written("open", "open")).toEqual(["socialsekreterare"]);
});

test("nothing that was being written stays once the store is shut", async () => {
    expect(await written("open", "locked")).toEqual([]);
    expect(await written("damaged", "locked")).toEqual([]);
});
