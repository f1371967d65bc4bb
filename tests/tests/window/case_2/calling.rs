//! The kallelse: whether Sara and Mikael meet, and what each is told.

use super::{BRITTA, ELIAS, INGRID, JONNA, MARJA, MIKAEL, PHONE, SARA, everything, keep, keep_at, keeps_sara_hidden, paper_holds, step};
use crate::window::Window;
use crate::window::case_1::{LINE, day, kinds};

const LINK: &str = "https://mote.exempel.se/4711";

pub(super) async fn meeting_planned(window: &Window) {
    let page = step(window, "Kallelse").await;
    page.press("Planera mötet").await;
    page.fill("Dag", &day(window, 0).await).await;
    page.fill("Börjar", "14.00").await;
    page.fill("Slutar", "15.00").await;
    page.choose_in("Mötesform", "På plats och på distans").await;
    page.fill("Plats eller länk", "ungdomsmottagningen").await;
    page.fill("Syfte", "Vem hjälper Elias med vad, så att han klarar skolan.").await;
    kinds(&page, "Slag av uppgifter i syftet", &["skolgång och studier"]).await;
    let questions: [(&str, &[&str]); 3] = [
        ("Hur klarar Elias trean?", &["skolgång och studier"]),
        ("När kan BUP ta emot?", &["psykisk hälsa"]),
        ("Vad betyder det positiva drogtestet för hjälpen?", &["provsvar", "missbruk och behandling"]),
    ];
    for (number, (question, marked)) in (1..).zip(questions) {
        page.press("Lägg till fråga").await;
        let line = page.inside(&format!("Fråga {number}"));
        line.fill("Fråga", question).await;
        kinds(&line, LINE, marked).await;
    }
}

/// Nobody close can be invited before Sara has been asked.
pub(super) async fn nobody_close_is_invited_before_sara_is_asked(window: &Window) {
    let page = window.page();
    page.inside("Mötas eller inte").reads("Fråga innan någon närstående bjuds in.").await;
    let mikael = page.inside(MIKAEL);
    mikael.press("Anteckna inbjudan som skickad").await;
    mikael.reads("Svara först på om de ska mötas i samma rum.").await;
    keep_at(window, "Mötas eller inte", "07-motas-eller-inte").await;
}

/// Her number is shown for one look, to whoever says why, and is hidden again when the page is left.
pub(super) async fn saras_phone_is_opened_with_a_reason(window: &Window) {
    let page = step(window, "Samtycke").await;
    let sara = page.inside("Part 4");
    sara.unfold("Uppgifter om parten").await;
    sara.press("Öppna").await;
    sara.press("Öppna och anteckna").await;
    sara.reads("Fyll i fältet.").await;
    keeps_sara_hidden(window, "an opening without a reason").await;
    sara.fill("Varför behöver du se uppgiften?", "Ringer för att fråga hur Sara vill vara med på mötet.").await;
    sara.press("Öppna och anteckna").await;
    sara.holds("Telefon", PHONE).await;
    keep_at(window, SARA, "08-oppnad").await;
    assert!(everything(window).await.contains("rimfrost"), "the address is opened with the phone");
    sara.choose_in("Hur vill parten delta?", "På video").await;

    let page = step(window, "Kallelse").await;
    let apart = page.inside("Mötas eller inte");
    apart.choose("Någon är med på video").await;
    apart.fill("Länk för den som är med på video", LINK).await;
}

/// Three are called, the school by the local agreement, and three invited. What Mikael is sent tells nothing of Sara.
pub(super) async fn sent(window: &Window) {
    let page = window.page();
    for who in [INGRID, BRITTA, JONNA] {
        send(window, who, "Anteckna kallelsen som skickad").await;
    }
    for who in [SARA, MIKAEL, MARJA] {
        send(window, who, "Anteckna inbjudan som skickad").await;
    }
    send(window, ELIAS, "Anteckna brevet som skickat").await;

    let mikael = page.inside(MIKAEL);
    mikael.press("Visa").await;
    let kept = ["drogtest", "provsvar", "skydd", "video", LINK];
    paper_holds(window, &["ungdomsmottagningen", "När kan BUP ta emot?"], &kept).await;
    window.run("document.querySelector('.pdf').scrollIntoView()").await;
    window.picture("case-2-09-inbjudan-till-far").await;
    mikael.press("Dölj").await;

    page.inside(SARA).press("Visa").await;
    paper_holds(window, &[LINK, "drogtest"], &["skydd", "174 06 42"]).await;
    page.inside(SARA).press("Dölj").await;
    keeps_sara_hidden(window, "what was sent").await;
    keep(window, "10-kallade").await;
}

async fn send(window: &Window, who: &str, button: &str) {
    let recipient = window.page().inside(who);
    recipient.press(button).await;
    recipient.reads("Skickat").await;
}
