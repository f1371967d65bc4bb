import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearNow, copyForAMinute, left } from "./clipboard";

let held = "";
let readable = true;

beforeEach(() => {
    vi.useFakeTimers();
    held = "";
    readable = true;
    vi.stubGlobal("navigator", {
        clipboard: {
            writeText: async (text: string) => {
                held = text;
                return Promise.resolve();
            },
            readText: async () => (readable ? Promise.resolve(held) : Promise.reject(new Error("denied"))),
        },
    });
});
afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

test("our text is cleared after a minute", async () => {
    expect(await copyForAMinute("Beslut")).toBe(true);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(held).toBe("Beslut");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(held).toBe("");
});

test("what somebody else has copied since stays", async () => {
    await copyForAMinute("Beslut");
    held = "något annat";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(held).toBe("något annat");
});

test("where the window may not look, it is said until the user clears", async () => {
    await copyForAMinute("Beslut");
    readable = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([held, left.value]).toEqual(["Beslut", true]);
    expect(await clearNow()).toBe(true);
    expect([held, left.value]).toEqual(["", false]);
});
