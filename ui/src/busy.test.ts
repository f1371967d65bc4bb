import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useAct } from "./act";
import { busy, whileAsking } from "./busy";
import { AppError } from "./ipc";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An act that is answered when the test says so. */
function slow(): { answered: Promise<boolean>; answer(): void; refuse(): void } {
    let [answer, refuse] = [() => {}, () => {}];
    const reply = new Promise<void>((resolve, reject) => {
        answer = resolve;
        refuse = () => reject(new AppError("disk_full"));
    });
    return { answered: useAct().send(() => reply), answer: () => answer(), refuse: () => refuse() };
}

test("what is answered soon says nothing", async () => {
    const act = slow();
    await vi.advanceTimersByTimeAsync(900);
    expect(busy.value).toBe(0);
    act.answer();
    await act.answered;
    await vi.advanceTimersByTimeAsync(5000);
    expect(busy.value).toBe(0);
});

test("what takes longer than a second says that it goes on, until each of them has been answered or refused", async () => {
    const [first, second] = [slow(), slow()];
    await vi.advanceTimersByTimeAsync(1000);
    expect(busy.value).toBe(2);
    first.answer();
    await first.answered;
    expect(busy.value).toBe(1);
    second.refuse();
    await second.answered;
    expect(busy.value).toBe(0);
});

test("while the user chooses in a window of the system nothing is said to take long", async () => {
    const act = slow();
    let chosen = () => {};
    const choice = whileAsking(() => new Promise<void>((resolve) => (chosen = resolve)));
    await vi.advanceTimersByTimeAsync(5000);
    expect(busy.value).toBe(0);
    chosen();
    await choice;
    expect(busy.value).toBe(1);
    act.answer();
    await act.answered;
    expect(busy.value).toBe(0);
});
