import { expect, test } from "vitest";
import { bundle, hasText } from "./texts";

const sources = Object.entries(import.meta.glob<string>("./**/*.{ts,vue}", { query: "?raw", import: "default", eager: true }))
    .filter(([path]) => !path.endsWith(".test.ts") && !path.startsWith("./bindings/"))
    .map(([, source]) => source)
    .join("\n");
const ui = Object.values(import.meta.glob<string>("../../assets/texts/sv/ui*.ftl", { query: "?raw", import: "default", eager: true })).join("\n");
/** What keys begin with that are put together from a code: `` t(`step-${code}`) `` and `term("step", code)`. */
const prefixes = [
    ...[...sources.matchAll(/\bt\(\s*`([a-z0-9-]+-)\$\{/g)].map((match) => match[1] ?? ""),
    ...[...sources.matchAll(/\bterm\(\s*"([a-z0-9-]+)"/g)].map((match) => `${match[1]}-`),
];

test("every text that the screen asks for exists", () => {
    const asked = [...sources.matchAll(/\bt\(\s*"([a-z0-9-]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.length).toBeGreaterThan(20);
    expect([...new Set(asked)].filter((key) => !hasText(key))).toEqual([]);
});

test("every group of texts that is put together from a code has texts", () => {
    const keys = [...bundle._messages.keys()];
    expect(prefixes.filter((prefix) => !keys.some((key) => key.startsWith(prefix)))).toEqual([]);
});

test("no text of the screen stands unused", () => {
    const keys = [...ui.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((match) => match[1] ?? "");
    const unused = keys.filter((key) => !sources.includes(`"${key}"`) && !sources.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
});
