//! The first start, the lock, and the person.

use super::{picture, step};
use crate::window::Window;

/// Nothing but this test is kept by it.
pub(super) const PASSPHRASE: &str = "påhittad fras för fönstrets prov i Östersund";

pub(super) async fn first_start(window: &Window) {
    let page = window.page();
    page.heading("Välkommen till Samsyn").await;
    page.choose("Jämtlands län").await;
    page.choose("Det här är ett övningsregister med påhittade personer").await;
    picture(window, "01-forsta-start").await;
    page.press("Fortsätt").await;

    page.heading("Vem ansvarar för uppgifterna?").await;
    page.choose("Kommunen").await;
    page.fill("Kommunens namn", "Östersunds kommun").await;
    page.fill("Personuppgiftsansvarig", "Socialnämnden i Östersunds kommun").await;
    page.fill("Enhet", "öppenvården Nexus").await;
    page.fill("Telefon till enheten", "0980-319 200").await;
    picture(window, "02-vem-ansvarar").await;
    page.press("Fortsätt").await;

    page.heading("Vem är du?").await;
    page.fill("Namn", "Per Nyström").await;
    page.fill("Titel", "socialsekreterare").await;
    page.press("Fortsätt").await;

    page.heading("Välj en lösenfras").await;
    page.fill("Lösenfras", PASSPHRASE).await;
    page.fill("Samma lösenfras en gång till", PASSPHRASE).await;
    page.reads("Mycket stark").await;
    picture(window, "03-losenfras").await;
    page.press("Skapa registret").await;

    page.heading("Din återställningsnyckel").await;
    let groups = "return Array.from(document.querySelectorAll('.recovery li'), (group) => group.textContent).join(' ')";
    let key = window.run(groups).await.as_str().unwrap().to_lowercase();
    page.fill("Skriv av nyckeln från papperet", &key).await;
    picture(window, "04-aterstallningsnyckel").await;
    page.press("Klart, börja använda Samsyn").await;
    page.heading("Arbetslista").await;
}

/// Locked from the header, opened by the passphrase: a wrong one is told of at its field.
pub(super) async fn locks_and_opens(window: &Window) {
    let page = window.page();
    page.press("Lås").await;
    page.heading("Lås upp Samsyn").await;
    page.fill("Lösenfras", "något helt annat").await;
    page.press("Lås upp").await;
    page.reads("Lösenfrasen stämmer inte.").await;
    picture(window, "05-las-upp").await;
    unlock(window).await;
}

pub(super) async fn unlock(window: &Window) {
    let page = window.page();
    page.heading("Lås upp Samsyn").await;
    page.fill("Lösenfras", PASSPHRASE).await;
    page.press("Lås upp").await;
    page.heading("Arbetslista").await;
}

/// Searched for first, then entered; a wrong check digit is told of at the number.
pub(super) async fn person(window: &Window) {
    let page = window.page();
    page.press("Ny SIP").await;
    page.heading("Personer").await;
    page.fill("Namn, personnummer eller ärendenummer", "19830417-2384").await;
    page.press("Sök").await;
    page.reads("Ingen hittades").await;
    page.press("Lägg till ny person").await;

    let number = "Person-, samordnings- eller reservnummer";
    page.holds(number, "19830417-2384").await;
    page.fill("Förnamn", "Karin").await;
    page.fill("Efternamn", "Lövgren-Åhs").await;
    page.fill("Språk", "svenska").await;
    page.pick("Skyddade personuppgifter", "Inga skyddade uppgifter").await;
    page.press("Lägg till personen").await;
    let at_field = "const field = document.activeElement.closest('form').querySelector('.field--error');
        return field !== null && field.textContent.includes('Kontrollsiffran stämmer inte')";
    window.until("the refusal at the number", at_field).await;
    window.picture("06-fel-kontrollsiffra").await;
    page.fill(number, "19830417-2383").await;
    page.press("Lägg till personen").await;

    page.reads("Personen har ingen SIP än.").await;
    picture(window, "07-person").await;
    page.press("Öppna en ny plan").await;
    step(window, "Behov").await;
}
