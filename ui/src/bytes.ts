/** Bytes travel to the store as hexadecimal. */
export async function hex(file: Blob): Promise<string> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
