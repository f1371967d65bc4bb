import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";
import { frozenPrototype } from "./frozen-prototype.ts";

/** The libraries, the words, and our own small parts, but for what is read when it is first asked for. */
const base = /node_modules\/(?!pdfjs-dist|@fkui\/(vue|logic))|preload-helper|assets\/texts|\/src\/(\w+\.ts|parts\/(?!Calendar|PdfPreview))/;

/**
 * The page is served by the shell (or by the devhost in tests) under a strict content security policy:
 * nothing inline, nothing from elsewhere, fonts and the PDF worker as files of our own.
 */
export default defineConfig({
    plugins: [vue(), frozenPrototype()],
    base: "./",
    resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
    server: { fs: { allow: [".."] } },
    define: { __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    build: {
        target: ["chrome123", "safari17.5"],
        sourcemap: false,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1500,
        // What pages that are read later share with the start stays in the start's one file, and is not split off for each of them.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: "base", test: base }] } } },
    },
    // Without this a style sheet that a test reads is empty.
    test: { environment: "happy-dom", include: ["src/**/*.test.ts"], css: true },
});
