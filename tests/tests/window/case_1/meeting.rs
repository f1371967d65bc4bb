//! The meeting: who is here, what each may hear, and the plan in the person's words.

use super::{ANNA, JONAS, KARIN, LENA, LINE, MARIA, day, kinds, picture, step};
use crate::window::Window;

const GOAL: &str = "Mål, i personens egna ord";

/// Everybody comes but Eva Ström, who was sent by the doctor and stays away: a deviation.
pub(super) async fn begins(window: &Window) {
    let page = step(window, "Möte").await;
    page.press("Mötet börjar nu").await;
    page.reads("Samsyn låser sig inte medan det pågår.").await;
    page.fill("Antecknar", "Maria Sundin").await;
    for who in [KARIN, ANNA, MARIA, LENA] {
        let row = page.inside(who);
        row.press("Kom").await;
        row.reads("närvarar").await;
    }
    let absent = page.inside(JONAS);
    assert_eq!(absent.value(&format!("Vem kommer: {JONAS}")).await, "Eva Ström");
    absent.press("Uteblev").await;
    absent.press("Rapportera avvikelse").await;
    let deviation = absent.inside("Avvikelse");
    deviation.fill("Vad betydde det för personen?", "Mål 1 saknar ansvarig.").await;
    deviation.press("Anteckna avvikelsen").await;
    page.inside("Avvikelser").reads("Kallad uteblev").await;
}

/// When the medicines come up Karin says yes for Anna, and Lena goes out for a while.
pub(super) async fn not_everybody_may_hear(window: &Window) {
    let page = window.page();
    page.heading("Alla i rummet får inte höra allt").await;
    picture(window, "15-mote-borjar").await;
    page.reads("Anna Lövgren får inte höra om läkemedel.").await;
    page.inside("Anna Lövgren").press("Samtycke nu").await;
    let asked = page.inside("Samtycke nu för Anna Lövgren");
    window.picture("16-samtycke-nu").await;
    asked.press("Anteckna muntligt samtycke").await;
    // What stands below moves up when the form is gone.
    window.until("the form's end", "return document.querySelector('[aria-label^=\"Samtycke nu för\"]') === null").await;
    page.inside("Lena Falk").press("Går ut en stund").await;
    page.inside(LENA).reads("har gått").await;
    window.until("a room where everybody may hear", "return document.querySelector('.limits') === null").await;
}

pub(super) async fn goals_and_measures(window: &Window) {
    let page = window.page();
    let words = page.inside("Personens ord och nuläget");
    words.fill("Personens egna ord", "Att slippa berätta allt på nytt, och att orka jobba.").await;
    kinds(&words, "Slag av uppgifter i orden och nuläget", &["arbetssituation"]).await;

    goal(window, 1, "Jag jobbar mina timmar och mår bra.", "Långsiktigt", &["arbetssituation", "psykisk hälsa"]).await;
    goal(window, 2, "Inte dricka på vardagar.", "Kortsiktigt", &["missbruk och behandling"]).await;
    goal(window, 3, "Ha någon att ringa.", "Kortsiktigt", &["missbruk och behandling", "psykisk hälsa"]).await;
    window.picture("17-mal").await;

    let own = "Vår egen enhet, öppenvården Nexus";
    measure(window, 1, "Uppföljning av depression", JONAS, None, "psykisk hälsa").await;
    measure(window, 2, "Återfallsprevention", own, Some(105), "missbruk och behandling").await;
    measure(window, 3, "Läkarbedömning och eventuell läkemedelsbehandling", MARIA, Some(28), "läkemedel").await;
    page.inside("Mål 2").fill("Omfattning", "10 tillfällen").await;
    window.picture("18-insatser").await;
}

async fn goal(window: &Window, number: usize, text: &str, term: &str, marked: &[&str]) {
    let page = window.page();
    page.press("Lägg till mål").await;
    let goal = page.inside(&format!("Mål {number}"));
    goal.fill(GOAL, text).await;
    goal.choose(term).await;
    kinds(&goal, LINE, marked).await;
}

/// A measure under a goal. Choosing who does it fills in the principal, the unit and the person.
async fn measure(window: &Window, goal: usize, text: &str, who: &str, due: Option<i64>, kind: &str) {
    let page = window.page();
    page.press(&format!("Lägg till: Mål {goal}, insats")).await;
    let measure = page.inside(&format!("Mål {goal}, insats 1"));
    measure.fill("Insats", text).await;
    measure.pick("Vem gör det?", who).await;
    window.until("the unit of the measure", &format!(
        "return Array.from(document.querySelectorAll('[aria-label=\"Mål {goal}, insats 1\"] input[type=radio]')).some((each) => each.checked)"
    )).await;
    if let Some(due) = due {
        measure.fill("Senast", &day(window, due).await).await;
    } else {
        // Nobody at the health centre has taken it on yet.
        measure.holds("Ansvarig person", "Jonas Öhman").await;
    }
    kinds(&measure, LINE, &[kind]).await;
}

/// A goal's words are changed, and the change is taken back and made again.
pub(super) async fn undone_and_redone(window: &Window) {
    let page = window.page();
    let goal = page.inside("Mål 3");
    goal.fill(GOAL, "Ha någon att ringa på kvällen.").await;
    // The field is left, so that what stands in it is stored.
    page.press("Ångra").await;
    page.reads("Ångrat:").await;
    goal.holds(GOAL, "Ha någon att ringa.").await;
    page.press("Gör om").await;
    page.reads("Gjort om:").await;
    goal.holds(GOAL, "Ha någon att ringa på kvällen.").await;
}

pub(super) async fn other_lines(window: &Window) {
    let page = window.page();
    page.press("Lägg till åtgärd av någon annan").await;
    let support = page.inside("Åtgärd 1");
    support.fill("Åtgärd", "Kamratstöd").await;
    support.pick("Part", LENA).await;
    support.holds("Vem?", "Lena Falk").await;
    support.fill("När eller hur ofta", "onsdagar").await;
    kinds(&support, LINE, &["missbruk och behandling"]).await;

    page.press("Lägg till något personen eller en närstående gör").await;
    let calls = page.inside("Eget 1");
    calls.fill("Vad?", "Ringer Anna före kl. 20 en dålig kväll.").await;
    kinds(&calls, LINE, &["missbruk och behandling"]).await;

    page.press("Lägg till olöst fråga").await;
    let doctor = page.inside("Olöst fråga 1");
    doctor.fill("Olöst fråga", "Karin vill ha en och samma läkare; ingen kunde lova det.").await;
    doctor.pick("Part", MARIA).await;
    doctor.fill("Svar senast", &day(window, 28).await).await;
    kinds(&doctor, LINE, &["läkemedel"]).await;

    page.press("Lägg till vad man gör och vem man ringer").await;
    let crisis = page.inside("Om det blir värre 1");
    crisis.fill("När, eller vad som händer", "Om det blir akut").await;
    crisis.fill("Telefon", "112").await;
    kinds(&crisis, LINE, &["missbruk och behandling"]).await;
    window.picture("19-ovriga-rader").await;
}

/// The plan is read back, Karin says yes to it, and the follow-up is booked before one parts.
pub(super) async fn ends(window: &Window) {
    let page = window.page();
    let read = page.inside("Läs upp planen");
    read.unfold("Visa planen för uppläsning").await;
    read.reads("10 tillfällen").await;
    read.choose_in("Personens svar när planen är uppläst", "Ja").await;
    window.picture("20-upplasning").await;
    read.press("Anteckna svaret").await;
    read.reads("Uppläst").await;

    let next = page.inside("Nästa uppföljning");
    next.fill("Dag", &day(window, 42).await).await;
    next.fill("Börjar", "13.30").await;
    next.press("Boka uppföljningen").await;
    next.reads("Bokad: uppföljning").await;
    window.run("document.activeElement.blur()").await;
    picture(window, "21-mote").await;
    page.press("Mötet är slut").await;
    page.reads("och slutade").await;
}
