/**
 * The only file that knows how commands travel: by Tauri in the window, by HTTP from the devhost in tests.
 * Everything above it sees typed commands, and refusals as `AppError`.
 */
import { invoke } from "@tauri-apps/api/core";
import type { Commands } from "@/bindings/commands";

export type CommandName = keyof Commands & string;
export type Request<C extends CommandName> = Commands[C]["request"];
export type Reply<C extends CommandName> = Commands[C]["reply"];

/** A refusal: the words are found by `code`; `field` names the field that it concerns. Never personal data in `message`. */
export class AppError extends Error {
    constructor(
        readonly code: string,
        readonly field: string | null = null,
        readonly details: Record<string, unknown> = {},
    ) {
        super(code);
    }
}

const devhostToken = document.querySelector<HTMLMetaElement>('meta[name="samsyn-devhost"]')?.content;

let onLocked = (): void => undefined;

/** Whoever keeps the session is told as soon as any command is answered by `locked`. */
export function whenLocked(listener: () => void): void {
    onLocked = listener;
}

function refusal(raw: unknown): AppError {
    const { code, field, details } = (typeof raw === "object" && raw !== null ? raw : {}) as Record<string, unknown>;
    const error = new AppError(
        typeof code === "string" ? code : "internal",
        typeof field === "string" ? field : null,
        typeof details === "object" && details !== null ? (details as Record<string, unknown>) : {},
    );
    if (error.code === "locked") {
        onLocked();
    }
    return error;
}

async function post(path: string, token: string, request: unknown): Promise<Response> {
    const reply = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json", "x-samsyn-token": token },
        body: JSON.stringify(request),
    });
    if (!reply.ok) {
        throw await reply.json();
    }
    return reply;
}

/** Calls a command and gives its reply; throws `AppError`. */
export async function call<C extends CommandName>(command: C, request: Request<C>): Promise<Reply<C>> {
    try {
        if (devhostToken !== undefined) {
            const reply = await post(`/call/${command}`, devhostToken, request);
            return (await reply.json()) as Reply<C>;
        }
        return await invoke<Reply<C>>("call", { command, request });
    } catch (raw) {
        throw refusal(raw);
    }
}

/** Calls a command that answers with a document, and gives its bytes; throws `AppError`. */
export async function callForBytes<C extends CommandName>(command: C, request: Request<C>): Promise<Uint8Array> {
    try {
        if (devhostToken !== undefined) {
            const reply = await post(`/bytes/${command}`, devhostToken, request);
            return new Uint8Array(await reply.arrayBuffer());
        }
        return new Uint8Array(await invoke<ArrayBuffer>("call_for_bytes", { command, request }));
    } catch (raw) {
        throw refusal(raw);
    }
}

/**
 * Lets the user choose a place and saves a command's document there; `name` is a suggestion without personal data.
 * Gives false when the user changed their mind. In a browser the document is downloaded.
 */
export async function saveDocument<C extends CommandName>(command: C, request: Request<C>, name: string): Promise<boolean> {
    if (devhostToken === undefined) {
        try {
            return await invoke<boolean>("save_document", { command, request, name });
        } catch (raw) {
            throw refusal(raw);
        }
    }
    const bytes = await callForBytes(command, request);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/pdf" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
}

/** A fresh id for a writing command: a retry with the same id writes once. */
export function newCommandId(): string {
    return crypto.randomUUID();
}
