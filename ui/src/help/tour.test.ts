import { expect, test } from "vitest";
import { hasText } from "@/texts";
import { stops } from "./tour";

test("every stop of the tour has its words", () => {
    expect(stops.flatMap((stop) => ["title", "text", "more"].map((part) => `tour-${stop}-${part}`)).filter((key) => !hasText(key))).toEqual([]);
});
