import { expect, test } from "vitest";
import { router } from "@/router";

const pages = Object.keys(import.meta.glob("../../../assets/help/*.md", { query: "?raw" })).map((path) => path.split("/").at(-1)?.replace(".md", "") ?? "");
const views = router.getRoutes().flatMap(({ name }) => (name ? [String(name)] : []));

test("every view has its help", () => {
    expect(views.length).toBeGreaterThan(15);
    expect(views.filter((view) => !pages.includes(view))).toEqual([]);
});

test("no help is of a view that is not there, but the door's and the redogörelse", () => {
    expect(pages.filter((page) => !views.includes(page)).sort()).toEqual(["door", "statement"]);
});
