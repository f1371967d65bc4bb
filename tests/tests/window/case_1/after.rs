//! The follow-up, the closing, and what can be read afterwards.

use super::{KARIN, day, picture, step};
use crate::window::Window;

/// The follow-up is held the same day, since the clock is the real one: its date is moved, its goals are rated, and it is concluded.
pub(super) async fn followed_up(window: &Window) {
    let page = step(window, "Uppföljning").await;
    page.unfold("Ändra tid, plats och form").await;
    page.inside("Mötets gång").fill("Dag", &day(window, 0).await).await;
    page.inside(KARIN).press("Kom").await;
    page.choose_in("Mål 1:", "+1 delvis uppnått").await;
    page.choose_in("Mål 2:", "+2 uppnått").await;
    page.choose_in("Mål 3:", "+2 uppnått").await;
    page.choose_in("Insats 1:", "Pågår").await;
    page.choose_in("Insats 2:", "Utförd").await;
    window.run("document.querySelector('#sheet-goals').scrollIntoView()").await;
    window.picture("27-uppfoljning").await;
    let end = page.inside("Avsluta uppföljningen");
    end.choose_in("Vad leder den till?", "Planen avslutas").await;
    end.press("Avsluta uppföljningen").await;
    page.heading("Uppföljning hållen").await;
    page.reads("+1 delvis uppnått").await;
    picture(window, "28-uppfoljd").await;
}

pub(super) async fn closed(window: &Window) {
    let page = step(window, "Avslut").await;
    page.choose_in("Vem svarar?", "Personen").await;
    page.choose_in("Vet du vem som gör vad?", "5, helt och hållet").await;
    page.choose_in("Var rätt personer med?", "3").await;
    picture(window, "29-utvardering").await;
    page.press("Anteckna utvärderingen").await;
    page.reads("Lämnade utvärderingar").await;
    page.press("Avsluta planen …").await;
    page.pick("Varför avslutas planen?", "Målen är nådda").await;
    window.picture("30-avsluta").await;
    page.press("Avsluta planen").await;
    page.reads("Ärendet går att läsa men inte att ändra.").await;
    picture(window, "31-avslutad").await;
}

/// The history tells who did what, the papers are listed, and the figures count the case.
pub(super) async fn read_afterwards(window: &Window) {
    let page = step(window, "Historik").await;
    page.reads("avslutade planen").await;
    page.reads("fastställde planen").await;
    page.reads("Ha någon att ringa på kvällen.").await;
    picture(window, "32-historik").await;

    let page = step(window, "Dokument").await;
    page.reads("Avvikelserapport").await;
    page.inside("Vem har fått vad").reads("Lena Falk").await;
    picture(window, "33-dokument").await;

    page.press("Statistik").await;
    page.heading("Statistik").await;
    page.reads("Kallade som uteblev").await;
    let figures = "return Object.fromEntries(Array.from(document.querySelectorAll('.data--figures tbody tr'), (row) =>
        [row.querySelector('th').firstChild.textContent.trim(), row.querySelector('td').textContent.trim()]))";
    let figures = window.run(figures).await;
    for (name, value) in [
        ("Personer", "1"),
        ("Nya planer", "1"),
        ("SIP-möten", "1"),
        ("Uppföljningar i tid", "1"),
        ("Uppnådda mål", "2"),
        ("Kallade som uteblev", "1"),
        ("Avslutade planer", "1"),
    ] {
        assert_eq!(figures[name], value, "{name} in {figures}");
    }
    picture(window, "34-statistik").await;
}
