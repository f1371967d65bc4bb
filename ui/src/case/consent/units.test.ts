import { describe, expect, it } from "vitest";
import type { Unit } from "@/bindings/wire";
import { suggested, type Around } from "./units";

function unit(kind: Unit["kind"], name: string): Unit {
    return { kind, unit: name } as Unit;
}

const units = [unit("region", "primärvård"), unit("region", "BUP"), unit("municipality", "socialtjänst, individ- och familjeomsorg"), unit("organisation", "RSMH")];

function names(around: Around): string[] {
    return suggested(units, around).first.map((each) => each.unit);
}

describe("suggested parties", () => {
    it("are the other principal's units first", () => {
        expect(names({ principal: "municipality", activity: "social_services", child: false })).toEqual(["primärvård"]);
        expect(names({ principal: "region", activity: "primary_care", child: false })).toEqual(["socialtjänst, individ- och familjeomsorg"]);
    });

    it("include those that work with children when the person is a child", () => {
        expect(names({ principal: "municipality", activity: "social_services", child: true })).toEqual(["primärvård", "BUP"]);
    });

    it("are both principals' for a school, and leave nothing out of the list", () => {
        const both = { principal: "municipality", activity: "school", child: false } as const;
        expect(names(both)).toEqual(["primärvård", "socialtjänst, individ- och familjeomsorg"]);
        expect(suggested(units, both).rest.map((each) => each.unit)).toEqual(["BUP", "RSMH"]);
    });
});
