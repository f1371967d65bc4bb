import { expect, test } from "vitest";
import type { IdentityNumber } from "@/bindings/wire";
import { age, shownIdentity, veiledIdentity } from "./person";

const karin: IdentityNumber = { kind: "personnummer", value: "198304172383" };

function ageOf(identity: IdentityNumber, today: string, bornOn = ""): number | null {
    return age({ identity, born_on: bornOn }, today);
}

test("the age goes up on the birthday", () => {
    expect(ageOf(karin, "2027-04-16")).toBe(43);
    expect(ageOf(karin, "2027-04-17")).toBe(44);
});

test("the day of a samordningsnummer is 60 too high", () => {
    expect(ageOf({ kind: "samordningsnummer", value: "198304772382" }, "2027-04-17")).toBe(44);
    expect(ageOf({ kind: "samordningsnummer", value: "198304772382" }, "2027-04-16")).toBe(43);
});

test("a reserve number tells no age until a date of birth is written, and is shown as it is", () => {
    const reserve: IdentityNumber = { kind: "reservnummer", value: "R-2027-17" };
    expect(ageOf(reserve, "2027-04-17")).toBeNull();
    expect(ageOf(reserve, "2027-04-17", "2012-05")).toBeNull();
    expect(ageOf(reserve, "2027-04-17", "2012-05-04")).toBe(14);
    expect(shownIdentity(reserve)).toBe("R-2027-17");
    expect(shownIdentity(karin)).toBe("19830417-2383");
});

test("a list shows no whole number of somebody protected", () => {
    expect(veiledIdentity(karin)).toBe("19830417-••••");
    expect(veiledIdentity({ kind: "reservnummer", value: "R-2027-17" })).toBe("••••");
});
