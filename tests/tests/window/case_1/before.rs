//! From the need to the kallelse.

use super::{ANNA, INSURANCE, JONAS, KARIN, LENA, LINE, MARIA, day, kinds, picture, start::unlock, step};
use crate::window::Window;
use crate::window::part::Part;

const NEED: &str = "Karin går i samtal på Nexus, träffar läkare på hälsocentralen för depression och har sökt beroendeenheten två gånger.";
const WORDS: &str = "Jag vet inte vem jag ska ringa.";

/// What is typed is stored while one types: it stands there when one comes back to the step, and when the program has been started anew.
pub(super) async fn need(window: Window) -> Window {
    let page = window.page();
    page.fill("Vad behöver samordnas, och varför?", NEED).await;
    page.fill("Personens egna ord", WORDS).await;
    page.choose_in("Områden", "Alkohol").await;
    page.choose_in("Områden", "Psykisk ohälsa").await;
    page.pick("Huvudområde", "Alkohol").await;
    page.fill("Vem såg behovet?", "Per Nyström").await;
    page.fill("När?", &day(&window, 0).await).await;
    page.fill("Väntar på", "Beroendeenheten").await;
    page.fill("Väntar sedan", &day(&window, -40).await).await;
    picture(&window, "08-behov").await;

    step(&window, "Ja till SIP").await;
    stands(&step(&window, "Behov").await, &day(&window, -40).await).await;

    let window = window.reopen().await;
    unlock(&window).await;
    let page = window.page();
    page.reads("Fråga personen om en SIP").await;
    page.press(KARIN).await;
    stands(&step(&window, "Behov").await, &day(&window, -40).await).await;
    window
}

async fn stands(page: &Part<'_>, waiting_since: &str) {
    page.holds("Vad behöver samordnas, och varför?", NEED).await;
    page.holds("Personens egna ord", WORDS).await;
    page.holds("Huvudområde", "alcohol").await;
    page.holds("Väntar sedan", waiting_since).await;
}

pub(super) async fn yes(window: &Window) {
    let page = step(window, "Ja till SIP").await;
    page.choose_in("Vill personen ha en SIP?", "Ja").await;
    page.choose_in("Hur gavs svaret?", "Muntligt").await;
    page.fill("Personens egna ord", "Jag vill ha en plan.").await;
    picture(window, "09-ja-till-sip").await;
    page.press("Anteckna svaret").await;
    page.heading("Personen vill ha en SIP").await;
}

pub(super) async fn preparation(window: &Window) {
    let page = step(window, "Förberedelse").await;
    page.fill("Vad är viktigt för dig?", "Att slippa berätta allt på nytt, och att orka jobba.").await;
    page.fill("Vad fungerar?", "Kontakten med systern.").await;
    page.fill("Vad är svårt?", "Kvällarna.").await;
    page.fill("Vad får inte tas upp?", "Tidigare relation.").await;
    page.fill("Hur vill du delta?", "Sitta nära dörren. Högst en timme.").await;
    picture(window, "10-forberedelse").await;
}

pub(super) async fn parties_and_consents(window: &Window) {
    let page = step(window, "Samtycke").await;
    page.fill("Sök i katalogen", "beroendeenheten").await;
    page.press("Lägg till").await;
    let maria = page.inside("Part 1");
    maria.unfold("Uppgifter om parten").await;
    maria.fill("Kontaktperson", "Maria Sundin").await;
    maria.fill("Titel", "sjuksköterska").await;
    let region = "Region Jämtland Härjedalen";
    party(
        window,
        2,
        "Enhet i regionen",
        &[("Organisation", region), ("Enhet eller relation", "hälsocentralen Lugnvik"), ("Kontaktperson", "Jonas Öhman")],
    )
    .await;
    party(window, 3, "Anhörig eller närstående", &[("Vad är hon eller han till personen?", "syster"), ("Namn", "Anna Lövgren")]).await;
    party(window, 4, "Brukarorganisation eller förening", &[("Organisation", "RSMH Östersund"), ("Kontaktperson", "Lena Falk")]).await;
    party(window, 5, "Annan myndighet", &[("Organisation", INSURANCE)]).await;

    let tells = ["Missbruk och behandling", "Psykisk hälsa", "Läkemedel"];
    consent(window, 1, "De slag av uppgifter som anges", &["Missbruk och behandling", "Psykisk hälsa", "Läkemedel", "Arbetssituation"])
        .await;
    page.inside("Part 1").reads("Får kallas och vara med på mötet.").await;
    consent(window, 2, "De slag av uppgifter som anges", &tells).await;
    picture(window, "11-samtycke").await;
    consent(window, 3, "Hela planen utom det som undantas", &["Läkemedel"]).await;
    page.inside("Part 3").reads("Öppnar hela planen utom: läkemedel.").await;
    consent(window, 4, "Bara partens egna åtgärder", &[]).await;

    let insurance = page.inside("Part 5");
    insurance.press("Anteckna samtycke").await;
    insurance.choose_in("Vad svarade personen?", "Nej").await;
    insurance.choose_in("Hur gavs svaret?", "Skriftligt").await;
    insurance.press("Anteckna svaret").await;
    insurance.reads("Får inte kallas. Personen har sagt nej.").await;
    window.picture("12-samtycke-nej").await;
}

async fn party(window: &Window, number: usize, kind: &str, fields: &[(&str, &str)]) {
    let page = window.page();
    page.press("Lägg till en annan part").await;
    let party = page.inside(&format!("Part {number}"));
    party.pick("Vad är parten?", kind).await;
    for (label, text) in fields {
        party.fill(label, text).await;
    }
}

/// A consent in writing for half a year; what it names is what it opens, or what it leaves out of the whole plan.
async fn consent(window: &Window, number: usize, scope: &str, named: &[&str]) {
    let party = window.page().inside(&format!("Part {number}"));
    party.press("Anteckna samtycke").await;
    party.choose_in("Vad svarade personen?", "Ja").await;
    party.choose_in("Hur mycket får parten ta del av?", scope).await;
    for kind in named {
        party.choose(kind).await;
    }
    party.fill("Vad uppgifterna ska användas till", "Vem gör vad så att behandlingen hänger ihop.").await;
    party.fill("Gäller till", &day(window, 182).await).await;
    party.choose("Personen vet att samtycket kan tas tillbaka när som helst").await;
    party.choose_in("Hur gavs svaret?", "Skriftligt").await;
    party.press("Anteckna svaret").await;
    party.reads("Samtycke").await;
    party.reads("antecknat av Per Nyström").await;
}

/// Two are called and two invited, and Karin gets a letter. Försäkringskassan, to which she has said no, cannot be called.
pub(super) async fn kallelse(window: &Window) {
    let page = step(window, "Kallelse").await;
    page.press("Planera mötet").await;
    page.fill("Dag", &day(window, 0).await).await;
    page.fill("Börjar", "13.30").await;
    page.fill("Slutar", "14.30").await;
    page.fill("Plats eller länk", "Nexus, rum 2").await;
    page.fill("Syfte", "Vem gör vad så att behandlingen hänger ihop.").await;
    kinds(&page, "Slag av uppgifter i syftet", &["missbruk och behandling"]).await;
    for (number, question, kind) in
        [(1, "Vem ansvarar för återfallsprevention?", "missbruk och behandling"), (2, "Vem följer upp läkemedlen?", "läkemedel")]
    {
        page.press("Lägg till fråga").await;
        let line = page.inside(&format!("Fråga {number}"));
        line.fill("Fråga", question).await;
        kinds(&line, LINE, &[kind]).await;
    }
    picture(window, "13-kallelse").await;

    let refused = page.inside(INSURANCE);
    refused.reads("Personen har sagt nej.").await;
    assert!(!refused.has_button("Anteckna inbjudan som skickad").await, "Försäkringskassan can be called in spite of a no");

    for (who, send) in [
        (MARIA, "Anteckna kallelsen som skickad"),
        (JONAS, "Anteckna kallelsen som skickad"),
        (ANNA, "Anteckna inbjudan som skickad"),
        (LENA, "Anteckna inbjudan som skickad"),
        (KARIN, "Anteckna brevet som skickat"),
    ] {
        let recipient = page.inside(who);
        recipient.press(send).await;
        recipient.reads("Skickat").await;
    }
    reply(&page, MARIA, "Kommer", "").await;
    reply(&page, JONAS, "Sänder någon annan", "Eva Ström").await;
    page.inside(JONAS).reads("I stället kommer Eva Ström.").await;
    window.picture("14-svar").await;
}

async fn reply(page: &Part<'_>, who: &str, answer: &str, replacement: &str) {
    let recipient = page.inside(who);
    recipient.press("Anteckna svar").await;
    recipient.choose(answer).await;
    if !replacement.is_empty() {
        recipient.fill("Vem kommer i stället?", replacement).await;
    }
    recipient.press("Anteckna svaret").await;
    recipient.reads("Svar:").await;
}
