/** Nobody hovers with a finger or with a key: what is there is there without a mouse. */
import { expect, test } from "vitest";

const sheets = Object.entries(import.meta.glob<string>("./*.css", { query: "?raw", import: "default", eager: true }));
const parts = Object.entries(import.meta.glob<string>("../**/*.vue", { query: "?raw", import: "default", eager: true }));

test("nothing comes or goes because a mouse rests on it", () => {
    expect(sheets.filter(([, sheet]) => sheet.includes(":hover")).length).toBeGreaterThan(3);
    const reveals = sheets.flatMap(([path, sheet]) =>
        [...sheet.matchAll(/([^{}]*:hover[^{}]*)\{([^{}]*)\}/g)]
            .filter(([, , declarations]) => /(?:^|[\s;])(?:display|visibility|opacity|content|clip(?:-path)?|(?:max-)?(?:width|height))\s*:/.test(declarations ?? ""))
            .map(([, selector]) => `${path}: ${selector?.trim()}`),
    );
    expect(reveals).toEqual([]);
});

test("no element has a title, which only a mouse shows", () => {
    expect(parts.length).toBeGreaterThan(100);
    const titled = parts.flatMap(([path, part]) =>
        [...part.matchAll(/<[a-z][a-z0-9-]*(?=\s)(?:[^<>"]|"[^"]*")*?\s(?::|v-bind:)?title=/g)].map(([element]) => `${path}: ${element}`),
    );
    expect(titled).toEqual([]);
});
