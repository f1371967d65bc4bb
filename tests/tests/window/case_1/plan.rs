//! The plan: what it lacks, its paper, its fixing, and who gets it.

use super::{ANNA, INSURANCE, KARIN, LENA, MARIA, picture, step};
use crate::window::Window;
use crate::window::dialog::save_at;

/// Whether the first page of a preview has been drawn, and has ink on it. Its words are laid over it last.
const DRAWN: &str = "const canvas = document.querySelector('.pdf canvas');
    if (!canvas || canvas.width === 0 || document.querySelector('.pdf__words').childElementCount === 0) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200 && data[at] < 80) return true;
    return false";

pub(super) async fn fixed(window: &Window) {
    let page = window.page();
    page.press("Arbetslista").await;
    page.reads("Fastställ planen").await;
    picture(window, "22-arbetslista").await;
    page.press(KARIN).await;
    let page = step(window, "Plan").await;
    let lacks = page.inside("Vad som fattas");
    lacks.reads("Ange om kommunen eller regionen har det övergripande ansvaret.").await;
    lacks.reads("En insats saknar tid.").await;
    picture(window, "22-fattas").await;
    page.choose_in("Övergripande ansvar", "Kommunen").await;
    page.fill("Samordnare", "Per Nyström").await;
    page.fill("Samordnarens enhet", "öppenvården Nexus").await;
    lacks.reads("Planen har allt som lagen kräver.").await;

    page.press("Visa utkastet").await;
    window.until("the draft's first page", DRAWN).await;
    window.run("document.querySelector('.pdf').scrollIntoView()").await;
    window.picture("23-utkast").await;
    page.inside("Fastställ planen").press("Fastställ som version 1").await;
    let sure = page.inside("Fastställ som version 1");
    sure.reads("En fastställd version kan inte ändras.").await;
    window.picture("24-faststall").await;
    sure.press("Fastställ som version 1").await;
    page.reads("av Per Nyström").await;
}

/// Karin gets the whole plan; Maria, Anna and Lena their copies; Försäkringskassan nothing. One's own akt gets it too.
pub(super) async fn handed_out(window: &Window) {
    let page = window.page();
    page.reads(&format!("{INSURANCE}: Personen har sagt nej.")).await;
    hand_over(window, &format!("Hela planen till {KARIN}"), "Överlämnat").await;
    hand_over(window, &format!("Kopia till {MARIA}"), "Med säker digital tjänst").await;
    hand_over(window, &format!("Kopia till {ANNA}"), "Överlämnat").await;
    hand_over(window, &format!("Kopia till {LENA}"), "Med post").await;

    let whole = page.inside(&format!("Hela planen till {KARIN}"));
    whole.press("Visa").await;
    window.until("the plan's first page", DRAWN).await;
    window.run("document.querySelector('.handout').scrollIntoView()").await;
    window.picture("25-plan").await;
    whole.press("Dölj").await;

    let place = window.desktop().store().with_file_name("egen-sida.pdf");
    let own_page = page.inside(&format!("Egen sida på klarspråk till {KARIN}"));
    save_at(window, &place, async || own_page.press("Spara som fil").await).await;
    own_page.reads("sparat som fil").await;
    assert!(fs_err::read(place).unwrap().starts_with(b"%PDF"), "what was saved is no PDF");

    page.press("Anteckna som införd").await;
    page.reads("införd i egen akt").await;
    picture(window, "26-faststalld").await;
}

async fn hand_over(window: &Window, copy: &str, delivery: &str) {
    let copy_of = window.page().inside(copy);
    copy_of.pick(&format!("Hur lämnas det: {copy}"), delivery).await;
    copy_of.press("Anteckna överlämnad").await;
    copy_of.reads("av Per Nyström").await;
}
