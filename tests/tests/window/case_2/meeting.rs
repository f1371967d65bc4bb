//! The meeting: the child's opinion, who may not hear what, the plan's lines, and the same help from two principals.

use super::{BRITTA, ELIAS, INGRID, JONNA, MARJA, MIKAEL, SARA, keep, keep_at, step};
use crate::window::Window;
use crate::window::case_1::{LINE, day, kinds};

const GOAL: &str = "Mål, i personens egna ord";

pub(super) async fn the_childs_opinion(window: &Window) {
    let page = step(window, "Förberedelse").await;
    let child = page.inside("Om barnet");
    child.fill("Hur har barnet informerats?", "Olle har berättat för Elias vad en SIP är och vad som skrivs ned.").await;
    child.fill("Barnets åsikt, i barnets egna ord", "Jag vill sova, och slippa vara trött i skolan.").await;
    child.fill("Vem frågade, och hur?", "Olle Pettersson, i samtal med Elias").await;
    child
        .fill(
            "Barnets bästa: bedömning",
            "Det är bäst för Elias att skolan, BUP och ungdomsmottagningen delar på hjälpen och att han slipper upprepa sig.",
        )
        .await;
    child.fill("Vem bedömde?", "Olle Pettersson").await;
    kinds(&child, "Vilka slags uppgifter röjer det?", &["psykisk hälsa", "skolgång och studier"]).await;
    child.choose_in("Vårdnad", "Gemensam vårdnad").await;
    keep_at(window, "Om barnet", "11-om-barnet").await;
}

pub(super) async fn begins(window: &Window) {
    let page = step(window, "Möte").await;
    page.press("Mötet börjar nu").await;
    page.reads("Samsyn låser sig inte medan det pågår.").await;
    for who in [ELIAS, INGRID, BRITTA, JONNA, SARA, MIKAEL] {
        let row = page.inside(who);
        row.press("Kom").await;
        row.reads("närvarar").await;
    }
    page.inside(MARJA).press("Frånvarande, har hört av sig").await;
    page.inside("Mikael Mäkitalo").reads("Mikael Mäkitalo får inte höra om provsvar").await;
    keep(window, "12-mote-borjar").await;

    let words = page.inside("Personens ord och nuläget");
    words.fill("Personens egna ord", "Jag vill klara trean och inte ha sju vuxna som frågar samma sak.").await;
    kinds(&words, "Slag av uppgifter i orden och nuläget", &["skolgång och studier"]).await;
}

pub(super) async fn goals_and_measures(window: &Window) {
    goal(window, 1, "Vara i skolan fyra dagar i veckan.", "skolgång och studier").await;
    goal(window, 2, "Sova på natten.", "psykisk hälsa").await;
    let own = "Vår egen enhet, socialtjänsten, barn och familj";
    measure(window, (2, 1), ("Bedömning och behandling", "Utredning och bedömning"), BRITTA, ("Senast", 45)).await;
    measure(window, (2, 2), ("Samtalsstöd", "Samtalsstöd"), own, ("Börjar", 25)).await;
    measure(window, (2, 3), ("Samtalsstöd", "Samtalsstöd"), JONNA, ("Börjar", 25)).await;
}

async fn goal(window: &Window, number: usize, text: &str, kind: &str) {
    let page = window.page();
    page.press("Lägg till mål").await;
    let goal = page.inside(&format!("Mål {number}"));
    goal.fill(GOAL, text).await;
    kinds(&goal, LINE, &[kind]).await;
}

async fn measure(window: &Window, (goal, number): (usize, usize), (text, action): (&str, &str), who: &str, (when, days): (&str, i64)) {
    let page = window.page();
    page.press(&format!("Lägg till: Mål {goal}, insats")).await;
    let name = format!("Mål {goal}, insats {number}");
    let measure = page.inside(&name);
    measure.fill("Insats", text).await;
    measure.pick("Vem gör det?", who).await;
    window
        .until(
            "the principal of the measure",
            &format!("return document.querySelector('[aria-label=\"{name}\"] input[type=radio]:checked') !== null"),
        )
        .await;
    measure.pick("Slag av insats", action).await;
    measure.fill(when, &day(window, days).await).await;
    kinds(&measure, LINE, &["psykisk hälsa"]).await;
}

/// The program points at it, and the way from there leads to one of the two. The meeting lets ungdomsmottagningen do it.
pub(super) async fn double_work_is_pointed_at(window: &Window) {
    let double = "Samma insats står på två huvudmän. Är det dubbelarbete?";
    let page = step(window, "Plan").await;
    let lacks = page.inside("Vad som fattas");
    // However many other things would be good to have.
    lacks.unfold("").await;
    keep(window, "13-dubbelarbete").await;
    lacks.press(&format!("{double} ”Samtalsstöd”")).await;
    page.heading("Möte").await;
    let talks = page.inside("Mål 2, insats 2");
    talks.press("Ta bort: Mål 2, insats 2").await;
    talks.press("Ja, ta bort").await;
    window.until("one of the two alone", &format!("return !document.body.textContent.includes('{double}')")).await;
}

/// The school's measure stands as somebody else's, with the reason. Mormor drives, which tells where he is.
pub(super) async fn what_others_do(window: &Window) {
    let page = window.page();
    page.inside("Vad andra och personen själv gör").reads("inte huvudman").await;
    page.press("Lägg till åtgärd av någon annan").await;
    let studies = page.inside("Åtgärd 1");
    studies.fill("Åtgärd", "Anpassad studiegång").await;
    studies.pick("Part", INGRID).await;
    studies.holds("Vem?", "Ingrid Blom").await;
    studies.pick("Mål", "1. Vara i skolan fyra dagar i veckan.").await;
    kinds(&studies, LINE, &["skolgång och studier"]).await;

    page.press("Lägg till något personen eller en närstående gör").await;
    let drives = page.inside("Eget 1");
    drives.fill("Vad?", "Skjutsar måndagar.").await;
    drives.pick("Vem? (tomt är personen själv)", MARJA).await;
    kinds(&drives, LINE, &["tider och praktiska frågor", "var någon bor, vistas eller kan träffas"]).await;
    keep_at(window, "Vad andra och personen själv gör", "14-andras-atgarder").await;
}

/// Mikael leaves before the end. Elias says yes to what was read back, and the follow-up is booked.
pub(super) async fn ends(window: &Window) {
    let page = window.page();
    let mikael = page.inside(MIKAEL);
    mikael.press("Gick").await;
    mikael.reads("har gått").await;
    let read = page.inside("Läs upp planen");
    read.choose_in("Personens svar när planen är uppläst", "Ja").await;
    read.press("Anteckna svaret").await;
    read.reads("Uppläst").await;
    let next = page.inside("Nästa uppföljning");
    next.fill("Dag", &day(window, 28).await).await;
    next.press("Boka uppföljningen").await;
    next.reads("Bokad: uppföljning").await;
    page.press("Mötet är slut").await;
    page.reads("och slutade").await;
    step(window, "Uppföljning").await;
    step(window, "Avslut").await;
}
