//! The first start in Gällivare, what its agreement says of schools, and Elias.

use chrono::{Days, Local, NaiveDate};
use samsyn_plan::identity::IdentityNumber;

use super::{ADDRESS, ELIAS, keep};
use crate::window::Window;

/// Nothing but this test is kept by it.
const PASSPHRASE: &str = "påhittad fras för fönstrets prov i Gällivare";

pub(super) async fn first_start(window: &Window) {
    let page = window.page();
    page.heading("Välkommen till Samsyn").await;
    page.choose("Norrbottens län").await;
    page.choose("Det här är ett övningsregister med påhittade personer").await;
    page.press("Fortsätt").await;

    page.heading("Vem ansvarar för uppgifterna?").await;
    page.choose("Kommunen").await;
    page.fill("Kommunens namn", "Gällivare kommun").await;
    page.fill("Personuppgiftsansvarig", "Socialnämnden i Gällivare kommun").await;
    page.fill("Enhet", "socialtjänsten, barn och familj").await;
    page.pick("Verksamhet", "Socialtjänst").await;
    page.fill("Telefon till enheten", "0980-319 210").await;
    keep(window, "01-vem-ansvarar").await;
    page.press("Fortsätt").await;

    page.heading("Vem är du?").await;
    page.fill("Namn", "Olle Pettersson").await;
    page.fill("Titel", "socialsekreterare").await;
    page.press("Fortsätt").await;

    page.heading("Välj en lösenfras").await;
    page.fill("Lösenfras", PASSPHRASE).await;
    page.fill("Samma lösenfras en gång till", PASSPHRASE).await;
    page.press("Skapa registret").await;

    page.heading("Din återställningsnyckel").await;
    let groups = "return Array.from(document.querySelectorAll('.recovery li'), (group) => group.textContent).join(' ')";
    let key = window.run(groups).await.as_str().unwrap().to_lowercase();
    page.fill("Skriv av nyckeln från papperet", &key).await;
    page.press("Klart, börja använda Samsyn").await;
    page.heading("Arbetslista").await;

    page.press("Inställningar").await;
    page.heading("Inställningar").await;
    page.choose("En skola kallas i stället för att bjudas in").await;
    page.fill("Var står det?", "Lokal överenskommelse i Gällivare kommun").await;
    page.press("Spara inställningarna").await;
    page.reads("Inställningarna är sparade.").await;
}

/// Elias as he was entered, before anybody was known to be protected. His age is that of the case on whatever day this runs.
pub(super) async fn person(window: &Window) {
    let page = window.page();
    page.press("Personer").await;
    page.heading("Personer").await;
    page.fill("Namn, personnummer eller ärendenummer", ELIAS).await;
    page.press("Sök").await;
    page.reads("Ingen hittades").await;
    page.press("Lägg till ny person").await;
    page.fill("Person-, samordnings- eller reservnummer", &seventeen(Local::now().date_naive())).await;
    page.fill("Förnamn", "Elias").await;
    page.fill("Efternamn", "Tuolja Mäkitalo").await;
    page.fill("Adress", ADDRESS).await;
    page.fill("Folkbokförd i", "Gällivare").await;
    page.fill("Språk", "svenska").await;
    page.pick("Skyddade personuppgifter", "Inga skyddade uppgifter").await;
    page.press("Lägg till personen").await;
    page.reads("Personen har ingen SIP än.").await;
    page.press("Öppna en ny plan").await;
    page.heading("Behov").await;
}

/// A made-up number of somebody who is seventeen and a half. The clock of the window is the real one, so that Elias' own number
/// would make him an adult one day.
fn seventeen(today: NaiveDate) -> String {
    let born = today - Days::new(17 * 365 + 180);
    let mut numbers = (0..10).map(|check| format!("{}-239{check}", born.format("%Y%m%d")));
    numbers.find(|number| IdentityNumber::parse(number, false, today).is_ok()).unwrap()
}
