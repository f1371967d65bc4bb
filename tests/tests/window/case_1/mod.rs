//! Case 1 as a caseworker carries it, in the real window, from the first start to the closed plan.

mod after;
mod before;
mod meeting;
mod plan;
mod start;

use std::path::Path;

use samsyn_tests::faults::traces::search;

use super::Window;
use super::desktop::Desktop;
use super::part::Part;

/// Those whom Karin lets in, as their names stand in lists.
const MARIA: &str = "Maria Sundin, beroendeenheten, Region Jämtland Härjedalen";
const JONAS: &str = "Jonas Öhman, hälsocentralen Lugnvik, Region Jämtland Härjedalen";
const ANNA: &str = "Anna Lövgren, syster";
const LENA: &str = "Lena Falk, RSMH Östersund";
/// The one to whom she says no.
const INSURANCE: &str = "Försäkringskassan";
const KARIN: &str = "Karin Lövgren-Åhs";

#[tokio::test]
async fn one_sip_goes_from_the_need_to_the_closed_plan() {
    let window = Window::open().await;
    start::first_start(&window).await;
    start::locks_and_opens(&window).await;
    start::person(&window).await;
    let window = before::need(window).await;
    before::yes(&window).await;
    before::preparation(&window).await;
    before::parties_and_consents(&window).await;
    before::kallelse(&window).await;
    meeting::begins(&window).await;
    meeting::not_everybody_may_hear(&window).await;
    meeting::goals_and_measures(&window).await;
    meeting::undone_and_redone(&window).await;
    meeting::other_lines(&window).await;
    meeting::ends(&window).await;
    plan::fixed(&window).await;
    plan::handed_out(&window).await;
    after::followed_up(&window).await;
    after::closed(&window).await;
    after::read_afterwards(&window).await;
    leaves_no_trace(&window.kill());
}

/// The same for a program that was killed while a person was shown, before anything was locked or closed.
#[tokio::test]
async fn a_window_killed_at_its_work_leaves_no_trace() {
    let window = Window::open().await;
    start::first_start(&window).await;
    start::locks_and_opens(&window).await;
    start::person(&window).await;
    leaves_no_trace(&window.kill());
}

/// What was typed and shown stands nowhere in the home of the killed program: not in the webview's storage, a cache or a log.
fn leaves_no_trace(desktop: &Desktop) {
    let words = [start::PASSPHRASE, "Lövgren", "198304172383", "19830417-2383", "830417-2383", "Sundin", "beroendeenheten"];
    // What was saved for somebody is meant to be read.
    let saved = |path: &Path| path.extension().is_some_and(|ending| ending == "pdf");
    let (searched, found) = search(&[desktop.home()], &words.map(str::to_owned), saved);
    assert!(searched > 5, "the store and the webview's own files were searched: {searched}");
    assert!(found.is_empty(), "{found:#?}");
}

/// Goes to a step or a page of the case.
async fn step<'a>(window: &'a Window, name: &str) -> Part<'a> {
    let page = window.page();
    page.press(name).await;
    page.heading(name).await;
    // A title is shown in the list of windows, and kept by the system.
    for title in [window.run("return document.title").await, serde_json::Value::from(super::dialog::titles(window.desktop()))] {
        let title = title.to_string();
        assert!(!["Karin", "Lövgren", "8304"].iter().any(|part| title.contains(part)), "{title}");
    }
    page
}

/// The date so many days from today, as one types it.
pub(super) async fn day(window: &Window, after: i64) -> String {
    let script = format!("const day = new Date(); day.setDate(day.getDate() + {after}); return day.toLocaleDateString('sv-SE')");
    window.run(&script).await.as_str().unwrap().to_owned()
}

/// Marks the kinds of information that a line gives away.
pub(super) async fn kinds(line: &Part<'_>, label: &str, kinds: &[&str]) {
    line.unfold(label).await;
    for kind in kinds {
        line.choose_in(label, kind).await;
    }
}

/// What marks each line of a plan.
pub(super) const LINE: &str = "Slag av uppgifter i raden";

/// A picture of the top of the page, as it is when one comes to it.
pub(super) async fn picture(window: &Window, name: &str) {
    window.run("scrollTo(0, 0)").await;
    window.picture(name).await;
}
