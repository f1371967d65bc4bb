/**
 * The only file that knows how commands travel: by Tauri in the window, by HTTP from the devhost in tests.
 * Everything above it sees typed commands, and refusals as `AppError`.
 */
import { invoke } from "@tauri-apps/api/core";
import type { ByteCommands, Commands } from "@/bindings/wire";
import { whileAsking } from "@/busy";

export type CommandName = keyof Commands;
export type ByteCommandName = keyof ByteCommands;
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

/** The request as it travels. What writes carries the id by which a retry is known. */
function numbered(request: object, commandId: string | undefined): object {
    return commandId === undefined ? request : { ...request, command_id: commandId };
}

/** Calls a command and gives its reply; throws `AppError`. A command that writes to a person or a case needs `commandId`. */
export async function call<C extends CommandName>(command: C, request: Request<C>, commandId?: string): Promise<Reply<C>> {
    const sent = numbered(request, commandId);
    try {
        if (devhostToken !== undefined) {
            const reply = await post(`/call/${command}`, devhostToken, sent);
            return (await reply.json()) as Reply<C>;
        }
        return await invoke<Reply<C>>("call", { command, request: sent });
    } catch (raw) {
        throw refusal(raw);
    }
}

/** Calls a command that answers with a document, and gives its bytes; throws `AppError`. */
export async function callForBytes<C extends ByteCommandName>(command: C, request: ByteCommands[C], commandId?: string): Promise<Uint8Array> {
    const sent = numbered(request, commandId);
    try {
        if (devhostToken !== undefined) {
            const reply = await post(`/bytes/${command}`, devhostToken, sent);
            return new Uint8Array(await reply.arrayBuffer());
        }
        return new Uint8Array(await invoke<ArrayBuffer>("call_for_bytes", { command, request: sent }));
    } catch (raw) {
        throw refusal(raw);
    }
}

/**
 * Lets the user choose a place and saves a command's document there; `name` is a suggestion without personal data.
 * Gives false when the user changed their mind. In a browser the document is downloaded.
 */
export async function saveDocument<C extends ByteCommandName>(command: C, request: ByteCommands[C], name: string, commandId?: string): Promise<boolean> {
    if (devhostToken === undefined) {
        try {
            return await whileAsking(() => invoke<boolean>("save_document", { command, request: numbered(request, commandId), name }));
        } catch (raw) {
            throw refusal(raw);
        }
    }
    const bytes = await callForBytes(command, request, commandId);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: name.endsWith(".pdf") ? "application/pdf" : "application/octet-stream" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
}

/** The names of the system's printers. A browser knows of none: it saves instead. */
export async function listPrinters(): Promise<string[]> {
    if (devhostToken !== undefined) {
        return [];
    }
    try {
        return await invoke<string[]>("list_printers");
    } catch (raw) {
        throw refusal(raw);
    }
}

/** Prints a command's document on one of the system's printers; throws `AppError`. */
export async function printDocument<C extends ByteCommandName>(command: C, request: ByteCommands[C], printer: string, commandId?: string): Promise<void> {
    try {
        await invoke("print_document", { command, request: numbered(request, commandId), printer });
    } catch (raw) {
        throw refusal(raw);
    }
}

/** A fresh id for a writing command: a retry with the same id writes once. */
export function newCommandId(): string {
    return crypto.randomUUID();
}
