import { expect, test } from "vitest";
import { leftOutWords } from "./county";

test("what was left out of a sum is named, with why", () => {
    expect(leftOutWords({ definition: "goals", here: 1, there: 2 })).toContain("definition 2 där, 1 här");
    expect(leftOutWords({ definition: "goals", here: 1, there: null })).toContain("räknas inte där");
    expect(leftOutWords({ definition: "goals_own", here: 1, there: 1 })).toContain("hör ihop med ett mått som skiljer sig");
    expect(leftOutWords({ definition: "goals", here: 1, there: 1 })).not.toContain("goals");
    expect(leftOutWords({ definition: "trust", here: null, there: 3 })).toBe("trust: okänt här, definition 3 där");
});
