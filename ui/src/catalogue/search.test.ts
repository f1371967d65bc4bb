import { expect, test } from "vitest";
import { everything, found, type Wanted } from "./search";
import { unit } from "./units.testing";

const units = [
    unit("ungdomsmottagningen", { kind: "region", does: "Samtal och provtagning", ages_to: "23", areas: ["mental_health"] }),
    unit("öppenvården Nexus", { kind: "municipality", organisation: "Östersunds kommun", municipality: "2380", ages_from: "18", areas: ["alcohol", "gambling"] }),
    unit("Åre familjestöd", { kind: "municipality", organisation: "Åre kommun", municipality: "2321", does: "Stöd till föräldrar" }),
    unit("gamla Nexus", { kind: "municipality", ended_on: "2026-05-01" }),
];

function names(wanted: Partial<Wanted>): string[] {
    return found(units, { ...everything, ...wanted }).map((each) => each.unit);
}

test("a unit is found by its name, by what it does and by its areas, in whatever letters", () => {
    expect(names({ text: "oppenvarden" })).toEqual(["öppenvården Nexus"]);
    expect(names({ text: "FÖRÄLDRAR stöd" })).toEqual(["Åre familjestöd"]);
    expect(names({ text: "spel om pengar" })).toEqual(["öppenvården Nexus"]);
    expect(names({ text: "simhall" })).toEqual([]);
});

test("what has the words in its name comes first, and å, ä and ö last in the alphabet", () => {
    expect(names({})).toEqual(["ungdomsmottagningen", "Åre familjestöd", "öppenvården Nexus"]);
    expect(names({ text: "are" })).toEqual(["Åre familjestöd"]);
});

test("a kommun shows its own units and those for the whole county", () => {
    expect(names({ municipality: "2380" })).toEqual(["ungdomsmottagningen", "öppenvården Nexus"]);
});

test("an age leaves out those who do not take it, and what is no age limits nothing", () => {
    expect(names({ age: "17" })).toEqual(["ungdomsmottagningen", "Åre familjestöd"]);
    expect(names({ age: "18" })).toHaveLength(3);
    expect(names({ age: "vuxen" })).toHaveLength(3);
});

test("area and kind limit to what is known, and what was ended is shown when it is asked for", () => {
    expect(names({ area: "alcohol" })).toEqual(["öppenvården Nexus"]);
    expect(names({ kind: "region" })).toEqual(["ungdomsmottagningen"]);
    expect(names({ text: "nexus", ended: true })).toEqual(["gamla Nexus", "öppenvården Nexus"]);
});
