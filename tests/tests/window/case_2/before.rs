//! From the need to the consents: the parties, Sara's protection, the judgement, and what Mikael may know.

use super::{ADDRESS, BRITTA, ELIAS, INGRID, MIKAEL, PHONE, SARA, keep, keep_at, keeps_sara_hidden, step};
use crate::window::Window;
use crate::window::case_1::day;

pub(super) async fn need(window: &Window) {
    let page = window.page();
    page.fill("Vad behöver samordnas, och varför?", "Frånvaro 60 %. Positivt drogtest hos ungdomsmottagningen. Väntar på BUP.").await;
    for area in ["Cannabis", "Psykisk ohälsa", "Skolgång"] {
        page.choose_in("Områden", area).await;
    }
    page.pick("Huvudområde", "Cannabis").await;
    page.fill("Vem såg behovet?", "Ingrid Blom").await;
    page.fill("När?", &day(window, 0).await).await;
    page.fill("Väntar på", "BUP").await;
    page.fill("Väntar sedan", &day(window, -95).await).await;
}

/// The units, the two guardians, and mormor. Nothing of Sara is hidden before she is known to be protected.
pub(super) async fn parties(window: &Window) {
    let page = window.page();
    page.press("Samtycke").await;
    page.heading("Parter").await;
    let region = "Region Norrbotten";
    party(
        window,
        1,
        "Skola",
        &[("Organisation", "gymnasieskolan"), ("Enhet eller relation", "elevhälsan"), ("Kontaktperson", "Ingrid Blom")],
    )
    .await;
    party(window, 2, "Enhet i regionen", &[("Organisation", region), ("Enhet eller relation", "BUP"), ("Kontaktperson", "Britta Niva")])
        .await;
    party(
        window,
        3,
        "Enhet i regionen",
        &[("Organisation", region), ("Enhet eller relation", "ungdomsmottagningen"), ("Kontaktperson", "Jonna Kero")],
    )
    .await;
    let relation = "Vad är hon eller han till personen?";
    party(window, 4, "Vårdnadshavare", &[("Namn", "Sara Tuolja"), (relation, "mor"), ("Telefon", PHONE), ("Adress eller e-post", ADDRESS)])
        .await;
    let sara = page.inside("Part 4");
    sara.choose("Barnet bor hos den här vårdnadshavaren").await;
    sara.pick("Skyddade personuppgifter", "Skyddad folkbokföring").await;
    sara.reads("Skyddad uppgift").await;
    keeps_sara_hidden(window, "the field that protected her").await;
    keep_at(window, SARA, "02-mor-skyddad").await;

    party(window, 5, "Vårdnadshavare", &[("Namn", "Mikael Mäkitalo"), (relation, "far"), ("Telefon", "070-174 06 42")]).await;
    page.inside("Part 5").choose_in("Hur vill parten delta?", "På plats").await;
    party(window, 6, "Anhörig eller närstående", &[("Namn", "Márjá Tuolja"), (relation, "mormor")]).await;
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

/// Elias lives with her: his own address is hers, and hidden where he is shown and where he is searched for.
pub(super) async fn what_would_reveal_sara_is_hidden(window: &Window) {
    let page = window.page();
    page.press(ELIAS).await;
    page.heading("Person").await;
    page.reads("Skyddad uppgift").await;
    keeps_sara_hidden(window, "the person's page").await;
    keep(window, "03-elias-adress-dold").await;

    page.press("Personer").await;
    page.fill("Namn, personnummer eller ärendenummer", "Elias").await;
    page.press("Sök").await;
    page.reads(ELIAS).await;
    keeps_sara_hidden(window, "the search").await;

    page.press("Arbetslista").await;
    page.heading("Arbetslista").await;
    keeps_sara_hidden(window, "the worklist").await;
    page.press(ELIAS).await;
    step(window, "Historik").await.reads("lade till").await;
    keeps_sara_hidden(window, "the history").await;
}

/// Elias' own consent is enough. Mikael has not answered, which is shown and stops nothing.
pub(super) async fn a_judgement_says_whose_consent_is_needed(window: &Window) {
    let page = step(window, "Ja till SIP").await;
    page.reads("Elias är 17 år och fyller 18").await;
    let judged = page.inside("Vem behöver samtycka?");
    judged.fill("Ålder och mognad", "Elias är 17 år. Han förstår vad en SIP är och vad den leder till.").await;
    judged.fill("Skäl för bedömningen", "Elias förstår och vill. Hans eget samtycke räcker för det som rör honom.").await;
    judged.press("Anteckna bedömningen").await;
    judged.reads("Barnets eget samtycke räcker.").await;

    yes(window, &format!("{ELIAS} själv"), "Skriftligt").await;
    page.heading("Personen vill ha en SIP").await;
    yes(window, SARA, "Muntligt").await;
    page.inside("Svaren").reads("Inte svarat. Det stoppar inget.").await;
    page.reads("Mikael Mäkitalo har inte svarat om SIP").await;
    keep(window, "04-fars-svar-saknas").await;

    yes(window, MIKAEL, "Digitalt").await;
    let silent = "return document.body.innerText.includes('Inte svarat')";
    window.until("an answer from everybody", &silent.replace("return ", "return !")).await;
}

async fn yes(window: &Window, who: &str, manner: &str) {
    let page = window.page();
    let given = "return document.querySelectorAll('main ul.plain > li').length";
    let before = window.run(given).await.as_u64().unwrap();
    page.choose_in("Vem svarar?", who).await;
    page.choose_in("Ska en SIP göras?", "Ja").await;
    page.choose_in("Hur gavs svaret?", manner).await;
    page.press("Anteckna svaret").await;
    window.until("the answer", &format!("{given} > {before}")).await;
}

/// Elias consents, party by party. Mormor hears times and who drives, which tells where he is.
pub(super) async fn consents(window: &Window) {
    let page = step(window, "Samtycke").await;
    let (kinds, whole) = ("De slag av uppgifter som anges", "Hela planen utom det som undantas");
    consent(window, 1, kinds, &["Skolgång och studier"]).await;
    consent(window, 2, kinds, &["Missbruk och behandling", "Psykisk hälsa", "Skolgång och studier"]).await;
    consent(window, 3, whole, &[]).await;
    consent(window, 4, whole, &[]).await;
    consent(window, 5, whole, &["Provsvar"]).await;
    consent(window, 6, kinds, &["Tider och praktiska frågor", "Var någon bor, vistas eller kan träffas"]).await;
    page.inside("Part 1").reads("Får ta del av: skolgång och studier.").await;
    page.inside("Part 5").reads("Öppnar hela planen utom: provsvar.").await;
    keep_at(window, INGRID, "05-samtycken").await;
    keeps_sara_hidden(window, "the consents").await;
}

async fn consent(window: &Window, number: usize, scope: &str, named: &[&str]) {
    let party = window.page().inside(&format!("Part {number}"));
    party.press("Anteckna samtycke").await;
    party.choose_in("Vem svarar?", &format!("{ELIAS} själv")).await;
    party.choose_in("Vad blev svaret?", "Ja").await;
    party.choose_in("Hur mycket får parten ta del av?", scope).await;
    for kind in named {
        party.choose(kind).await;
    }
    party.fill("Gäller till", &day(window, 90).await).await;
    party.choose("Personen vet att samtycket kan tas tillbaka när som helst").await;
    party.choose_in("Hur gavs svaret?", "Skriftligt").await;
    party.press("Anteckna svaret").await;
    party.reads("antecknat av Olle Pettersson").await;
    // What stands below moves up when the form is gone.
    window.until("the form's end", "return document.querySelector('[aria-label^=\"Samtycke för\"]') === null").await;
}

/// Ungdomsmottagningen, which owns the test result, judges that Mikael may not know it.
pub(super) async fn what_mikael_may_know(window: &Window) {
    let page = window.page();
    page.press("Anteckna en bedömning").await;
    page.pick("Vårdnadshavare", MIKAEL).await;
    page.pick("Slag av uppgift", "Provsvar").await;
    page.choose_in("Får vårdnadshavaren veta det?", "Nej").await;
    page.choose_in("Varför inte?", "Barnet är moget nog att bestämma själv").await;
    page.fill("Bedömningen", "Elias är mogen nog att själv råda över provsvaret.").await;
    page.fill("Vem äger uppgiften?", "ungdomsmottagningen").await;
    page.fill("Bedömt av (namn och titel)", "Jonna Kero, barnmorska").await;
    page.press("Anteckna bedömningen").await;
    page.inside("Vad får vårdnadshavaren veta?").reads("Får inte veta").await;
    keep_at(window, "Vad får vårdnadshavaren veta?", "06-far-far-inte-veta").await;
    keeps_sara_hidden(window, BRITTA).await;
}
