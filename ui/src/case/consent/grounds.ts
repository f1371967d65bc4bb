/** What a ground says, line by line. */
import type { Ground } from "@/bindings/wire";
import { t, term } from "@/texts";
import { dayDate } from "@/time";
import { capital, kindWords } from "../names";

/** What a yes opens, in words. */
function scopeWords(ground: Ground): string {
    switch (ground.scope) {
        case "kinds":
            return t("ground-opens", { what: kindWords(ground.kinds) });
        case "whole_plan":
            return ground.except.length ? t("ground-opens-except", { kinds: kindWords(ground.except) }) : t("ground-opens-all");
        case "own_measures":
            return t("ground-opens-own");
        case "stated":
            return t("ground-opens-stated", { statement: ground.statement });
    }
}

/** How long it holds. */
function validWords(ground: Ground): string {
    return ground.valid_to
        ? t("ground-valid", { from: dayDate(ground.valid_from), to: dayDate(ground.valid_to) })
        : t("ground-valid-open", { from: dayDate(ground.valid_from) });
}

/** The lines of a ground under its title. A no has only how it was given. */
export function groundWords(ground: Ground): string[] {
    const interpreter = ground.interpreter ? ` ${t("ground-interpreter", { who: ground.interpreter })}` : "";
    const given = t("ground-given", { manner: term("manner", ground.manner), by: ground.taken_by }) + interpreter;
    if (ground.answer === "no") {
        return [given];
    }
    const kept = ground.scope === "kinds" && ground.except.length ? t("ground-not", { kinds: kindWords(ground.except) }) : "";
    const stated = ground.scope === "stated" ? "" : ground.statement;
    return [
        scopeWords(ground),
        kept,
        stated,
        `${capital(term("direction", ground.direction))}. ${t(ground.attends ? "ground-attends" : "ground-attends-not")}`,
        ground.purpose && t("ground-purpose", { purpose: ground.purpose }),
        ground.reason && t("because", { reason: ground.reason }),
        validWords(ground),
        given,
    ].filter(Boolean);
}
