/** How a person is written. */
import type { Case, IdentityNumber, Person, Protection } from "@/bindings/wire";

/** How somebody can be protected in the population register. */
export const protections: Protection[] = ["none", "marked", "protected_registration", "assumed_identity"];

/** The fields of a person that protection hides. */
export const hiddenFields = ["phone", "email", "address", "municipality"] as const;

/** Does the mark protect anything? */
export function protects(protection: Protection | null): boolean {
    return protection !== null && protection !== "none";
}

/** Are anybody's data in a case protected? */
export function hasProtected({ person, parties }: Pick<Case, "person" | "parties">): boolean {
    return protects(person.protection) || parties.some((party) => protects(party.protection));
}

/** First and last names. */
export function fullName(person: Person): string {
    return `${person.first_name} ${person.last_name}`.trim();
}

/** "19830417-2383"; a reserve number as it is. */
export function shownIdentity(identity: IdentityNumber): string {
    return identity.kind === "reservnummer" ? identity.value : `${identity.value.slice(0, 8)}-${identity.value.slice(8)}`;
}

/** The same without what tells who it is: "19830417-••••", and nothing of a reserve number. */
export function veiledIdentity(identity: IdentityNumber): string {
    return identity.kind === "reservnummer" ? "••••" : `${identity.value.slice(0, 8)}-••••`;
}

/** Whole years on a day (ISO date): by the number, or by the date that was written for a reserve number; null where nobody knows. */
export function age({ identity, born_on }: Pick<Person, "identity" | "born_on">, today: string): number | null {
    const parts = identity.kind === "reservnummer" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(born_on.trim()) : /^(\d{4})(\d{2})(\d{2})/.exec(identity.value);
    if (!parts) {
        return null;
    }
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3]) % 60];
    const [thisYear, thisMonth, thisDay] = today.split("-").map(Number);
    const hadBirthday = (thisMonth ?? 0) > month || (thisMonth === month && (thisDay ?? 0) >= day);
    return (thisYear ?? 0) - year - (hadBirthday ? 0 : 1);
}
