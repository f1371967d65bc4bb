//! The plan, what Mikael's copy leaves out, and what can be read afterwards.

use super::{ELIAS, MIKAEL, SARA, keep, keeps_sara_hidden, paper_holds, step};
use crate::window::Window;

pub(super) async fn fixed(window: &Window) {
    let page = step(window, "Plan").await;
    page.choose_in("Övergripande ansvar", "Kommunen").await;
    page.inside("Planen i sin helhet").reads("En skola är inte huvudman i en SIP.").await;
    page.inside("Vad som fattas").reads("Planen har allt som lagen kräver.").await;
    keep(window, "15-plan").await;
    page.inside("Fastställ planen").press("Fastställ som version 1").await;
    page.inside("Fastställ som version 1").press("Fastställ som version 1").await;
    page.reads("av Olle Pettersson").await;
}

/// Mikael's copy holds what he may know: neither who drives nor that the mother is protected. Elias gets the whole plan.
pub(super) async fn mikaels_copy(window: &Window) {
    let page = window.page();
    let copy = page.inside(&format!("Kopia till {MIKAEL}"));
    copy.press("Visa").await;
    paper_holds(window, &["Sova på natten", "Anpassad studiegång"], &["Skjutsar", "provsvar", "skydd", "video"]).await;
    window.run("document.querySelector('.handout').scrollIntoView()").await;
    window.picture("case-2-16-fars-kopia").await;
    copy.press("Dölj").await;

    let whole = page.inside(&format!("Hela planen till {ELIAS}"));
    whole.press("Visa").await;
    paper_holds(window, &["Skjutsar måndagar", "inte ha sju vuxna", "Det är bäst för Elias"], &[]).await;
    whole.press("Dölj").await;
    keeps_sara_hidden(window, SARA).await;
}

/// The history tells who opened what was hidden, and why, and nothing of what was seen.
pub(super) async fn read_afterwards(window: &Window) {
    let page = step(window, "Historik").await;
    page.reads("öppnade skyddade uppgifter").await;
    page.reads("Ringer för att fråga hur Sara vill vara med på mötet.").await;
    keep(window, "17-historik").await;
    step(window, "Dokument").await.inside("Vem har fått vad").reads("Mikael Mäkitalo").await;
    keep(window, "18-dokument").await;
    step(window, "Lämna över").await;
    step(window, "Statistik").await;
}
