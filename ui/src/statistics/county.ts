/** Words for what could not be added to a county's sum. */
import type { LeftOut } from "@/bindings/wire";
import { hasText, t, term } from "@/texts";

/** Which definition was left out of an organisation's figures, and why. */
export function leftOutWords({ definition, here, there }: LeftOut): string {
    const name = hasText(`statistics-def-${definition.replaceAll("_", "-")}`) ? term("statistics-def", definition) : definition;
    if (here === null) {
        return t("county-left-out-unknown", { name, there: there ?? 0 });
    }
    if (there === null) {
        return t("county-left-out-missing", { name });
    }
    return here === there ? t("county-left-out-same-fact", { name }) : t("county-left-out-versions", { name, here, there });
}
