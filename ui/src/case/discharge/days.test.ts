import { describe, expect, it } from "vitest";
import type { DischargeClock } from "@/bindings/wire";
import { calledInTime, clockWords, crossesWeekend, longDay } from "./days";

const clock: DischargeClock = {
    notice: "n",
    ready_on: "2027-01-15",
    ready_at: "10:40:00",
    call_days: 3,
    call_by: "2027-01-18",
    called_at: null,
    days_left: 3,
    liability_from: "2027-01-18",
    open_care: null,
    by_agreement: false,
    discharged_on: null,
};

describe("the days of a discharge", () => {
    it("are said with their weekday and clock", () => {
        expect(longDay("2027-01-15")).toBe("fredag 15 januari");
        expect(clockWords("10:40:00")).toBe("10.40");
    });

    it("cross a weekend where a Saturday or Sunday lies among them", () => {
        expect(crossesWeekend("2027-01-15", "2027-01-18")).toBe(true);
        expect(crossesWeekend("2027-01-11", "2027-01-14")).toBe(false);
        expect(crossesWeekend("2027-01-13", "2027-01-16")).toBe(true);
    });

    it("are kept where the kallelse went out on the last day, and not after", () => {
        expect(calledInTime(clock)).toBe(false);
        expect(calledInTime({ ...clock, called_at: "2027-01-18T12:00:00Z" })).toBe(true);
        expect(calledInTime({ ...clock, called_at: "2027-01-19T12:00:00Z" })).toBe(false);
    });
});
