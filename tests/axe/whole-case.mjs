/**
 * Case 1 by the keyboard alone, from the first start of the program to the first fixed plan, with focus seen at each press.
 * Prints what it took as JSON; docs/steps.md says what it may take.
 *
 *     node whole-case.mjs ADDRESS
 */
import { launch, open } from "./browser.mjs";
import { Hands } from "./keys.mjs";

const PASSPHRASE = "fyra ord som inte hör ihop alls";

async function firstStart(hands) {
    await hands.choose("Jämtlands län");
    // Only a practice store lets the test set its clock.
    await hands.tick("Det här är ett övningsregister");
    await hands.press("Enter");
    await hands.choose("Kommunen");
    await hands.write("Kommunens namn", "Östersunds kommun");
    await hands.write("Personuppgiftsansvarig", "Socialnämnden i Östersunds kommun");
    await hands.write("Enhet", "öppenvården Nexus");
    await hands.press("Enter");
    await hands.write("Namn", "Per Nyström");
    await hands.write("Titel", "socialsekreterare");
    await hands.press("Enter");
    await hands.write("Lösenfras", PASSPHRASE);
    await hands.write("Samma lösenfras", PASSPHRASE);
    await hands.press("Enter");
    await hands.sees("Skriv av nyckeln");
    const key = (await hands.page.locator(".recovery li").allTextContents()).join("-");
    await hands.write("Skriv av nyckeln", key);
    await hands.press("Enter");
    await hands.sees("Här börjar din första SIP");
}

async function person(hands) {
    await hands.press("Control+k");
    await hands.type("19830417-2383");
    await hands.press("Enter");
    await hands.push("Lägg till ny person");
    await hands.write("Förnamn", "Karin");
    await hands.write("Efternamn", "Lövgren-Åhs");
    await hands.write("Folkbokförd i", "Östersund");
    await hands.write("Språk", "svenska");
    await hands.press("Enter");
    await hands.push("Öppna en ny plan");
    await hands.sees("Vad behöver samordnas?");
}

async function need(hands) {
    await hands.write("Vad behöver samordnas, och varför?", "Karin går i samtal på Nexus, träffar läkare för depression och har sökt beroendeenheten två gånger utan att komma vidare.");
    await hands.write("Personens egna ord", "Jag vet inte vem jag ska ringa.");
    await hands.tick("Alkohol", "Psykisk ohälsa");
    await hands.pick("Huvudområde", "Alk");
    await hands.push("Jag såg behovet i dag");
    await hands.write("Väntar på", "Beroendeenheten");
    await hands.write("Väntar sedan", "2026-12-02");
    await hands.press("Alt+ArrowRight");
    await hands.choose("Ja");
    await hands.choose("Muntligt");
    await hands.write("Personens egna ord", "Karin vill ha en plan.");
    await hands.push("Anteckna svaret");
    await hands.press("Alt+ArrowRight");
}

async function preparation(hands) {
    await hands.write("Vad är viktigt", "Att slippa berätta allt på nytt, och att orka jobba.");
    await hands.write("Vad fungerar", "Kontakten med systern.");
    await hands.write("Vad är svårt", "Kvällarna.");
    await hands.write("Vad får inte", "Tidigare relation.");
    await hands.write("Vilka ska vara med", "Systern Anna Lövgren.");
    await hands.write("Hur vill du", "Sitta nära dörren. Högst en timme.");
    await hands.write("Barn", "Vem är med sonen på mötesdagen?");
    await hands.press("Alt+ArrowRight");
}

/** The parties, each with what Karin has said that it may be told. */
const PARTIES = [
    { kind: "enhet i r", organisation: "Region Jämtland Härjedalen", unit: "beroendeenheten", name: "Maria Sundin", kinds: ["missbruk", "psykisk", "läkemedel", "arbetssituation"] },
    { kind: "enhet i r", organisation: "Region Jämtland Härjedalen", unit: "hälsocentralen Lugnvik", name: "Jonas Öhman", kinds: ["missbruk", "psykisk", "läkemedel"] },
    { kind: "anh", name: "Anna Lövgren", unit: "syster", scope: "Hela planen", except: ["läkemedel"] },
    { kind: "bruk", organisation: "RSMH Östersund", name: "Lena Falk", scope: "Bara partens egna" },
];

async function party(hands, { kind, organisation, unit, name }) {
    await hands.push("Lägg till en annan part");
    await hands.pick("Vad är parten?", kind);
    if (organisation) {
        await hands.write("Organisation", organisation);
    }
    if (organisation && unit) {
        await hands.write("Enhet", unit);
    }
    await hands.write(organisation ? "Kontaktperson" : "Namn", name);
    if (!organisation) {
        await hands.write("Vad är hon eller han", unit);
    }
}

async function consent(hands, { name, kinds, scope, except }, first) {
    await hands.push("Anteckna samtycke");
    await hands.choose("Ja");
    if (scope) {
        await hands.choose(scope);
    }
    await hands.tick(...(kinds ?? except ?? []));
    // What was said of the first party in the same conversation is not asked for again.
    if (first) {
        await hands.write("Vad uppgifterna ska användas till", "Vem gör vad så att behandlingen hänger ihop.");
        await hands.write("Gäller till", "2027-07-12");
    }
    await hands.tick("Personen vet");
    if (first) {
        await hands.choose("Skriftligt");
    }
    await hands.press("Enter");
    await hands.sees(name);
}

async function consents(hands) {
    for (const [index, each] of PARTIES.entries()) {
        await party(hands, each);
        await consent(hands, each, index === 0);
    }
    await hands.press("Alt+ArrowRight");
}

async function calls(hands) {
    await hands.push("Planera mötet");
    await hands.write("Dag", "2027-01-25");
    await hands.write("Börjar", "13.30");
    await hands.write("Slutar", "14.30");
    await hands.write("Plats", "Nexus, rum 2");
    await hands.write("Syfte", "Vem gör vad så att behandlingen hänger ihop.");
    await hands.kinds("Slag av uppgifter", "missbruk");
    const questions = [
        ["Vem ansvarar för återfallsprevention?", "missbruk"],
        ["Vem följer upp läkemedlen?", "läkemedel"],
        ["Vad gör Karin en dålig kväll?", "missbruk"],
    ];
    for (const [text, kind] of questions) {
        await hands.push("Lägg till fråga");
        await hands.type(text);
        await hands.kinds("Slag av uppgifter", kind);
    }
    for (const send of ["Anteckna kallelsen", "Anteckna kallelsen", "Anteckna inbjudan", "Anteckna inbjudan", "Anteckna brevet"]) {
        await hands.push(send);
    }
    await hands.press("Alt+ArrowRight");
}

async function meeting(hands) {
    await hands.push("Mötet börjar");
    await hands.write("Antecknar", "Maria Sundin");
    await hands.to("Vilka är här");
    for (const key of ["1", "2", "4", "5"]) {
        await hands.press(key);
    }
    await hands.write("Personens egna ord", "Att slippa berätta allt på nytt, och att orka jobba.");
    await hands.kinds("Slag av uppgifter", "arbetssituation");
}

/** The goals, and under each what is done: words, who as the list begins, and more by the label of its field. */
const GOALS = [
    { text: "Jag jobbar mina timmar och mår bra.", term: "Långsiktigt", kinds: ["psykisk", "arbetssituation"], measures: [
        { text: "Uppföljning av depression", who: "Jonas", kinds: ["psykisk"] },
        { text: "Samtal om återgång i arbete med arbetsgivaren", who: "V", more: { Senast: "2027-02-22" }, kinds: ["arbetssituation"] },
    ] },
    { text: "Inte dricka på vardagar.", term: "Kortsiktigt", kinds: ["missbruk"], measures: [
        { text: "Återfallsprevention", who: "V", more: { Börjar: "2027-02-01", Senast: "2027-04-26", Omfattning: "10 tillfällen" }, kinds: ["missbruk"] },
        { text: "Läkarbedömning och eventuell läkemedelsbehandling", who: "Maria", more: { Senast: "2027-02-08" }, kinds: ["missbruk", "läkemedel"] },
    ] },
    { text: "Ha någon att ringa på kvällen.", term: "Kortsiktigt", kinds: ["missbruk"], measures: [] },
];

async function goals(hands) {
    for (const [index, goal] of GOALS.entries()) {
        await hands.push("Lägg till mål");
        await hands.type(goal.text);
        await hands.choose(goal.term);
        await hands.kinds("Slag av uppgifter", ...goal.kinds);
        for (const measure of goal.measures) {
            await hands.push(`Lägg till: Mål ${index + 1}`);
            await hands.type(measure.text);
            await hands.pick("Vem", measure.who);
            for (const [label, text] of Object.entries(measure.more ?? {})) {
                await hands.write(label, text);
            }
            await hands.kinds("Slag av uppgifter", ...measure.kinds);
        }
    }
}

async function lines(hands) {
    await hands.push("Lägg till åtgärd av någon annan");
    await hands.type("Kamratstöd");
    await hands.pick("Part", "Lena");
    await hands.write("När eller hur", "onsdagar");
    await hands.kinds("Slag av uppgifter", "missbruk");
    await hands.push("Lägg till något");
    await hands.type("Ringer Anna före kl. 20 en dålig kväll.");
    await hands.kinds("Slag av uppgifter", "missbruk");
    await hands.push("Lägg till olöst");
    await hands.type("Karin vill ha en och samma läkare; ingen kunde lova det.");
    await hands.pick("Part", "Maria");
    await hands.write("Svar senast", "2027-02-08");
    await hands.kinds("Slag av uppgifter", "missbruk", "läkemedel");
    await hands.push("Lägg till vad man gör");
    await hands.type("Om det blir akut");
    await hands.write("Telefon", "112");
    await hands.kinds("Slag av uppgifter", "missbruk");
    await hands.choose("Ja");
    await hands.press("Enter");
    await hands.write("Dag", "2027-03-08");
    await hands.press("Enter");
    await hands.press("Alt+ArrowRight");
}

async function plan(hands) {
    await hands.choose("Kommunen");
    await hands.push("Jag samordnar planen");
    await hands.push("Fastställ som version 1");
    await hands.push("Fastställ som version 1");
    await hands.sees("Version 1");
}

const parts = { firstStart, person, need, preparation, consents, calls, meeting, goals, lines, plan };

const faults = [];
const browser = await launch();
const { page, quiet, commands } = await open(browser, process.argv[2], faults);
const hands = new Hands(page, quiet);
const took = {};
for (const [name, part] of Object.entries(parts)) {
    const before = { ...hands.counted };
    try {
        await part(hands);
    } catch (error) {
        faults.push(`${name}: ${error.message}`);
        await page.screenshot({ path: `${process.argv[3] ?? "."}/failed-whole-case.png` }).catch(() => undefined);
        break;
    }
    took[name] = Object.fromEntries(Object.entries(hands.counted).map(([what, count]) => [what, count - before[what]]));
}
await browser.close();
faults.push(...hands.faults);
console.log(JSON.stringify({ ...hands.counted, commands: commands(), parts: took }));
console.error([...new Set(faults)].join("\n"));
process.exit(faults.length === 0 ? 0 : 1);
