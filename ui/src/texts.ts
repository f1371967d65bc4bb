/** The words: Fluent messages, the same files as the paper's. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { PaperLanguage } from "@/bindings/wire";

const files = import.meta.glob<string>("../../assets/texts/sv/*.ftl", { query: "?raw", import: "default", eager: true });

/** Swedish words of all files, put together. No isolation marks: they end up in copied text and in screen readers' spelling. */
export const bundle = new FluentBundle("sv", { useIsolating: false });
for (const source of Object.values(files)) {
    bundle.addResource(new FluentResource(source));
}

const ownPages = import.meta.glob<string>("../../assets/texts/{fi,fit,se,sma,en}/own-page.ftl", { query: "?raw", import: "default", eager: true });

/** The languages in which people have written words of the person's own page. */
export const writtenLanguages = Object.entries(ownPages)
    .filter(([, source]) => new FluentResource(source).body.length > 0)
    .map(([path]) => path.split("/").at(-2) as PaperLanguage)
    .sort();

/** Is there a text with this key? */
export function hasText(key: string): boolean {
    return bundle.getMessage(key)?.value != null;
}

/** The text of a key. A missing one shows its key, and fails the test that looks for every key. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
    const pattern = bundle.getMessage(key)?.value;
    return pattern == null ? key : bundle.formatPattern(pattern, args ?? null, []);
}

/** The words for a code of a closed enum, such as `information-kind-medicine`. */
export function term(kind: string, code: string): string {
    return t(`${kind}-${code.replaceAll("_", "-")}`);
}

/** The words for a refusal. An unknown code gets the general sentence rather than a bare code. */
export function errorText(code: string, details: Record<string, unknown> = {}): string {
    const key = `error-${code.replaceAll("_", "-")}`;
    const args = Object.entries(details).filter((pair): pair is [string, string | number] => ["string", "number"].includes(typeof pair[1]));
    return t(hasText(key) ? key : "error-internal", Object.fromEntries(args));
}
