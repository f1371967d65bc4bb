/** The places of the main menu: route and text. */
export const mainPlaces = [{ name: "worklist", key: "worklist-title" }] as const;
