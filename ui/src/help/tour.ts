/** The tour: what each place is for, and that this user has seen it. */
import { call, newCommandId } from "@/ipc";
import { take } from "@/session";

/** The stops, in order; their words are `tour-<stop>-title`, `-text` and `-more`. */
export const stops = ["welcome", "list", "person", "consent", "meeting", "help"] as const;

/** Keeps that the user has seen the tour, or does not want to. */
export async function tourSeen(): Promise<void> {
    take(await call("help.tour_seen", {}, newCommandId()));
}
