import { expect, test } from "vitest";
import type { Case, Missing } from "@/bindings/wire";
import { missingWords } from "./words";

const found = {
    person: { first_name: "Karin", last_name: "Lövgren" },
    parties: [{ id: "bup", name: "", unit: "BUP", organisation: "" }],
    goals: [],
    measures: [],
    other_measures: [],
    own_actions: [],
    open_questions: [],
} as unknown as Case;

function words(code: Missing["code"], record: string | null): string {
    return missingWords(found, { code, stops: false, kind: null, record, field: null } as Missing);
}

test("a lack that is about somebody names them in a whole sentence, also somebody without a name", () => {
    expect(words("not_handed_over", null)).toMatch(/ till Karin Lövgren\.$/);
    expect(words("party_ground", "bup")).toMatch(/ för BUP\.$/);
    expect(words("party_ground", "gone")).toMatch(/ för part utan namn\.$/);
});
