import { beforeEach, expect, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, type Component } from "vue";
import { AppError } from "@/ipc";
import type { FieldValue } from "@/field";
import ActForm from "./ActForm.vue";
import FileField from "./FileField.vue";

let page: HTMLElement;
beforeEach(() => {
    document.body.replaceChildren();
    page = document.body.appendChild(document.createElement("div"));
});

/** A form with a file in it. */
function form(submit: (fields: Record<string, FieldValue>) => Promise<void>): HTMLInputElement {
    const field = (): unknown => h(FileField as Component, { name: "bytes", label: "Fil", accept: "image/png", largest: { bytes: 100, refusal: "logo_too_large" } });
    const render = (): unknown => h(ActForm as Component, { submitLabel: "Spara", submit }, field);
    createApp(defineComponent({ render: render as never })).mount(page);
    return page.querySelector<HTMLInputElement>("input[type=file]")!;
}

async function choose(input: HTMLInputElement, bytes: number[]): Promise<void> {
    const file = { size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer };
    Object.defineProperty(input, "files", { configurable: true, value: [file] });
    input.dispatchEvent(new Event("change"));
    await new Promise((done) => setTimeout(done));
}

async function send(): Promise<void> {
    page.querySelector("form")!.dispatchEvent(new Event("submit"));
    await new Promise((done) => setTimeout(done));
    await nextTick();
}

test("a file is sent as its bytes in hexadecimal, and the field is empty when it is done", async () => {
    const sent: FieldValue[] = [];
    const input = form(async (fields) => void sent.push(fields.bytes ?? null));
    await choose(input, [0, 15, 255]);
    const emptied = vi.fn();
    Object.defineProperty(input, "value", { configurable: true, set: emptied });
    await send();
    expect(sent).toEqual(["000fff"]);
    expect(emptied).toHaveBeenCalledWith("");
});

test("a file that is refused says why at its field, and stays chosen", async () => {
    const sent: FieldValue[] = [];
    const input = form(async (fields) => {
        sent.push(fields.bytes ?? null);
        throw new AppError("logo_not_png", "bytes");
    });
    await choose(input, [1]);
    await send();
    const error = document.getElementById(`${input.id}-error`)!;
    expect(error.textContent).toContain("png");
    expect(input.getAttribute("aria-describedby")).toContain(error.id);
    await send();
    expect(sent).toEqual(["01", "01"]);
});

test("a file that is too large is never read, and says so at its field", async () => {
    const input = form(async () => undefined);
    const read = vi.fn();
    Object.defineProperty(input, "files", { configurable: true, value: [{ size: 101, arrayBuffer: read }] });
    input.dispatchEvent(new Event("change"));
    await nextTick();
    expect(read).not.toHaveBeenCalled();
    expect(document.getElementById(`${input.id}-error`)?.textContent).toContain("för stor");
    await choose(input, [1]);
    expect(document.getElementById(`${input.id}-error`)).toBeNull();
});

test("the newest of two files is the one that is sent, and sending waits until it is read", async () => {
    const sent: FieldValue[] = [];
    const input = form(async (fields) => void sent.push(fields.bytes ?? null));
    const read: ((bytes: ArrayBuffer) => void)[] = [];
    const slow = { size: 1, arrayBuffer: () => new Promise<ArrayBuffer>((done) => read.push(done)) };
    Object.defineProperty(input, "files", { configurable: true, value: [slow] });
    input.dispatchEvent(new Event("change"));
    input.dispatchEvent(new Event("change"));
    await send();
    expect(sent).toEqual([]);
    read[1]?.(new Uint8Array([2]).buffer);
    read[0]?.(new Uint8Array([1]).buffer);
    await new Promise((done) => setTimeout(done));
    expect(sent).toEqual(["02"]);
});
