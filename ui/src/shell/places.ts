/** The places of the main menu: route and text. */
export const mainPlaces = [
    { name: "worklist", key: "worklist-title" },
    { name: "contacts", key: "contacts-title" },
    { name: "persons", key: "persons-title" },
    { name: "catalogue", key: "catalogue-menu" },
    { name: "statistics", key: "statistics-title" },
    { name: "knowledge", key: "knowledge-title" },
    { name: "settings", key: "settings-title" },
] as const;
