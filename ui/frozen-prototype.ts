import type { Plugin } from "vite";

/**
 * The shell freezes `Object.prototype` in the window (`freezePrototype` in tauri.conf.json). On a frozen prototype a plain
 * assignment of an inherited name such as `valueOf` throws, and dayjs inside @fkui does just that. Defining the
 * property instead does the same and is allowed.
 */
export function frozenPrototype(): Plugin {
    const assignment = /([\w$]+)\.(valueOf|toString|toLocaleString)\s*=\s*(function\s*\(\)\s*\{[^{}]*\})/g;
    return {
        name: "frozen-prototype",
        transform(code, id) {
            if (!id.includes("/@fkui/")) {
                return null;
            }
            return { code: code.replace(assignment, 'Object.defineProperty($1, "$2", { configurable: true, writable: true, value: $3 })'), map: null };
        },
    };
}
