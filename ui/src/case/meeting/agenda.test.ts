import { expect, test } from "vitest";
import type { AgendaItem, Meeting } from "@/bindings/wire";
import { hasText } from "@/texts";
import { minutesLeft, minutesOf, planned, suggested } from "./agenda";

function item(minutes: string, done = false): AgendaItem {
    return { id: minutes, position: 0, meeting: "m1", text: "", minutes, done };
}

test("only points that are not done count, and only minutes that are a number", () => {
    expect(planned([item("10", true), item("15"), item("en stund"), item("5 min")])).toBe(20);
    expect(minutesOf(item("-3"))).toBe(0);
});

test("the time left is told on the day of the meeting, and never below nothing", () => {
    const meeting = { held_on: "2027-01-25", ends: "14.30" } as Meeting;
    expect(minutesLeft(meeting, new Date(2027, 0, 25, 14, 7))).toBe(23);
    expect(minutesLeft(meeting, new Date(2027, 0, 25, 15, 0))).toBe(0);
    expect(minutesLeft(meeting, new Date(2027, 0, 26, 14, 7))).toBeNull();
    expect(minutesLeft({ ...meeting, ends: "sen" }, new Date(2027, 0, 25, 14, 7))).toBeNull();
    expect(minutesLeft({ ...meeting, ends: "1430" }, new Date(2027, 0, 25, 14, 0))).toBe(30);
});

test("the suggestion has words, begins with the person and fills an hour", () => {
    expect(suggested[0][0]).toBe("first");
    expect(suggested.every(([key]) => hasText(`agenda-suggested-${key}`))).toBe(true);
    expect(suggested.reduce((sum, [, minutes]) => sum + minutes, 0)).toBe(60);
});
