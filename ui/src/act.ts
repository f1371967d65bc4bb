/** An act is sent once: a double click, a retry or a slow reply never makes two. */
import { ref, type Ref } from "vue";
import { whileBusy } from "@/busy";
import { AppError, newCommandId } from "@/ipc";

export interface Act {
    readonly sending: Readonly<Ref<boolean>>;
    readonly refusal: Ref<AppError | null>;
    /** Sends with the id of this filled form; gives true when done. While one is under way, another press does nothing. */
    send(write: (commandId: string) => Promise<void>): Promise<boolean>;
}

/** One act's sending. The id stays until it has succeeded, so that trying again after a lost reply writes once. */
export function useAct(): Act {
    const sending = ref(false);
    const refusal = ref<AppError | null>(null);
    let commandId = newCommandId();
    return {
        sending,
        refusal,
        async send(write) {
            if (sending.value) {
                return false;
            }
            sending.value = true;
            refusal.value = null;
            try {
                await whileBusy(() => write(commandId));
                commandId = newCommandId();
                return true;
            } catch (error) {
                if (!(error instanceof AppError)) {
                    throw error;
                }
                if (error.code === "command_id_reused") {
                    commandId = newCommandId();
                }
                refusal.value = error;
                return false;
            } finally {
                sending.value = false;
            }
        },
    };
}
