/** One thing to choose: its code in the store and its words on the screen. */
export interface Choice {
    code: string;
    words: string;
    /** A second line that explains. */
    help?: string | undefined;
}
