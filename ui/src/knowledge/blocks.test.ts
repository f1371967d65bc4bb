import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp, h, type Component } from "vue";
import type { PageBlock, Run } from "@/bindings/wire";
import PageBlocks from "./PageBlocks.vue";
import { cameFrom, read, readBefore, reading, stopReading } from "./reading";

let page: HTMLElement;
beforeEach(() => {
    page = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
    document.body.replaceChildren();
    stopReading();
});

const run = (words: string, strong = false): Run => ({ words, strong, emphasis: false });

test("blocks become headings, paragraphs and lists, and no markup of their own", () => {
    const blocks: PageBlock[] = [
        { kind: "heading", level: 1, runs: [run("Rubrik")] },
        { kind: "paragraph", runs: [run("<img src=x onerror=alert(1)> "), run("fet", true)] },
        { kind: "list", ordered: true, items: [[{ kind: "paragraph", runs: [run("ett")] }, { kind: "list", ordered: false, items: [[{ kind: "paragraph", runs: [run("inuti")] }]] }]] },
    ];
    createApp({ render: () => h(PageBlocks as Component, { blocks, from: 3 }) }).mount(page);
    expect(page.querySelector("h3")?.textContent).toBe("Rubrik");
    expect(page.querySelector("img")).toBeNull();
    expect(page.querySelector("p")?.textContent).toBe("<img src=x onerror=alert(1)> fet");
    expect(page.querySelector("p strong")?.textContent).toBe("fet");
    expect(page.querySelector("ol > li > ul > li")?.textContent).toBe("inuti");
});

test("what was read before is gone back to, and all is closed at once", () => {
    read({ help: "case-consent" });
    expect(cameFrom.value).toBe(false);
    read({ page: "samtycke" });
    expect([reading.value, cameFrom.value]).toEqual([{ page: "samtycke" }, true]);
    readBefore();
    expect(reading.value).toEqual({ help: "case-consent" });
    read({ page: "tolk" });
    stopReading();
    expect(reading.value).toBeNull();
});
