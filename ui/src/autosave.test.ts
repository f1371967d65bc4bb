import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosave, flushAll, forgetAll } from "./autosave";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
    forgetAll();
    vi.useRealTimers();
});

/** An autosave whose writes are noted and answered at once. */
function noted(answer: () => Promise<boolean> = () => Promise.resolve(true)) {
    const written: string[] = [];
    const autosave = new Autosave<string>((value) => {
        written.push(value);
        return answer();
    });
    return { written, autosave };
}

test("writes half a second after the last key, once", async () => {
    const { written, autosave } = noted();
    autosave.changed("a");
    await vi.advanceTimersByTimeAsync(499);
    autosave.changed("ab");
    await vi.advanceTimersByTimeAsync(499);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual(["ab"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toEqual(["ab"]);
});

test("writes at latest after five seconds to someone who never pauses", async () => {
    const { written, autosave } = noted();
    for (let key = 1; key <= 26; key += 1) {
        autosave.changed(String(key));
        await vi.advanceTimersByTimeAsync(200);
    }
    expect(written).toEqual(["25"]);
});

test("writes at once when the field is left, and not again", async () => {
    const { written, autosave } = noted();
    autosave.changed("klar");
    await autosave.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toEqual(["klar"]);
    expect(autosave.pending).toBe(false);
});

test("never has two writes under way, and the newest follows", async () => {
    const answers: Array<(stored: boolean) => void> = [];
    const { written, autosave } = noted(() => new Promise((answer) => answers.push(answer)));
    autosave.changed("1");
    void autosave.flush();
    autosave.changed("2");
    await vi.advanceTimersByTimeAsync(600);
    expect(written).toEqual(["1"]);
    answers[0]?.(true);
    await vi.advanceTimersByTimeAsync(600);
    expect(written).toEqual(["1", "2"]);
});

test("a failed write keeps the value, and leaving the field tries again", async () => {
    let works = false;
    const { written, autosave } = noted(() => Promise.resolve(works));
    autosave.changed("text");
    await autosave.flush();
    expect(autosave.pending).toBe(true);
    works = true;
    await autosave.flush();
    expect(written).toEqual(["text", "text"]);
    expect(autosave.pending).toBe(false);
});

test("everything unwritten is written before a lock", async () => {
    const one = noted();
    const two = noted();
    one.autosave.changed("ett");
    two.autosave.changed("två");
    await flushAll();
    expect([...one.written, ...two.written]).toEqual(["ett", "två"]);
});
