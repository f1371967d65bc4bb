import { expect, test } from "vitest";
import type { Case, Meeting, Party, PresenceMark } from "@/bindings/wire";
import { expected, expectedName, givers, marks, nextMarks, rows, stays } from "./room";

const meeting = { id: "m1" } as Meeting;
const nurse = { id: "nurse", name: "Maria Sundin", unit: "beroendeenheten" } as Party;
const doctor = { id: "doctor", name: "Jonas Öhman", unit: "hälsocentralen" } as Party;
const neighbour = { id: "neighbour", name: "", unit: "granne" } as Party;

function mark(party: string | null, name: string, what: PresenceMark["mark"], of = "m1"): PresenceMark {
    return { id: "", at: "", by: "", meeting: of, party, name, mark: what, when: "" };
}

function found(parts: Partial<Case>): Case {
    return { parties: [nurse, doctor, neighbour], calls: [], attendances: [], replies: [], presences: [], ...parts } as unknown as Case;
}

test("the newest mark on each person of a party stands", () => {
    const presences = [mark("nurse", "Maria", "came"), mark("nurse", "Åsa", "came"), mark("nurse", "Maria", "left"), mark("nurse", "Maria", "came", "m2")];
    expect(marks(found({ presences }), meeting).map((each) => [each.name, each.mark])).toEqual([
        ["Maria", "left"],
        ["Åsa", "came"],
    ]);
});

test("whoever was called is expected, and whoever came although nobody called them", () => {
    const calls = [{ meeting: "m1", party: "nurse" }] as Case["calls"];
    expect(expected(found({ calls }), meeting).map((party) => party.id)).toEqual(["nurse"]);
    const presences = [mark("neighbour", "Bo", "came")];
    expect(expected(found({ calls, presences }), meeting).map((party) => party.id)).toEqual(["nurse", "neighbour"]);
});

test("whoever is called to a part of the meeting is expected", () => {
    const calls = [{ meeting: "m1", party: "nurse" }] as Case["calls"];
    const attendances = [{ meeting: "m1", party: "neighbour" }, { meeting: "m2", party: "doctor" }] as Case["attendances"];
    expect(expected(found({ calls, attendances }), meeting).map((party) => party.id)).toEqual(["nurse", "neighbour"]);
});

test("a stay runs from coming to leaving, and coming back begins another", () => {
    const at = (made: PresenceMark, when: string): PresenceMark => ({ ...made, when });
    const presences = [at(mark("nurse", "Maria", "came"), "1"), at(mark("nurse", "Maria", "left"), "2"), at(mark("nurse", "Maria", "came"), "3"), at(mark("nurse", "Åsa", "came"), "4")];
    expect(stays(found({ presences }), meeting, "nurse", "Maria")).toEqual([
        { from: "1", to: "2" },
        { from: "3", to: null },
    ]);
});

test("only somebody in the room consents, the person first", () => {
    const mother = { id: "mother", kind: "guardian" } as Party;
    const parties = [nurse, mother];
    const presences = [mark("nurse", "Maria", "came"), mark("mother", "Sara", "came")];
    expect(givers(found({ parties, presences }), meeting)).toEqual([mother]);
    expect(givers(found({ parties, presences: [...presences, mark(null, "Elias", "came")] }), meeting)).toEqual([null, mother]);
    expect(givers(found({ parties, presences: [mark("mother", "Sara", "left")] }), meeting)).toEqual([]);
});

test("a follow-up that nobody was called to expects those of the earlier meeting", () => {
    const calls = [{ meeting: "m0", party: "doctor" }] as Case["calls"];
    expect(expected(found({ calls }), meeting).map((party) => party.id)).toEqual(["doctor"]);
});

test("a party that sends somebody else is expected under that name", () => {
    const calls = [{ id: "c1", meeting: "m1", party: "doctor" }] as Case["calls"];
    const replies = [{ call: "c1", reply: "replacement", replacement: "Eva Ström" }] as Case["replies"];
    expect(expectedName(found({ calls, replies }), meeting, doctor)).toBe("Eva Ström");
    expect(expectedName(found({ calls }), meeting, doctor)).toBe("Jonas Öhman");
    expect(expectedName(found({}), meeting, neighbour)).toBe("granne");
});

test("an unmarked party has one row to fill in, and a marked one a row a person", () => {
    expect(rows(found({}), meeting, nurse)).toEqual([{ party: nurse, name: "", mark: null }]);
    const presences = [mark("nurse", "Maria", "came"), mark("nurse", "Åsa", "came")];
    expect(rows(found({ presences }), meeting, nurse).map((row) => row.name)).toEqual(["Maria", "Åsa"]);
});

test("only somebody who is there can leave, and only somebody who is not can come", () => {
    expect(nextMarks("came")).toEqual(["left"]);
    expect(nextMarks("left")).toEqual(["came"]);
    expect(nextMarks("absent_silent")).toEqual(["came"]);
    expect(nextMarks(null)).toContain("absent_silent");
});
