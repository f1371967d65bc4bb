//! Case 2 in the real window: a child of seventeen who consents by himself, and a guardian whose place nobody may learn. What
//! would tell it is looked for in every step.

mod before;
mod calling;
mod meeting;
mod plan;
mod start;

use serde_json::Value;

use super::Window;
use super::case_1::picture;
use super::part::Part;

/// Those of the case, as their names stand in lists.
const ELIAS: &str = "Elias Tuolja Mäkitalo";
const INGRID: &str = "Ingrid Blom, elevhälsan, gymnasieskolan";
const BRITTA: &str = "Britta Niva, BUP, Region Norrbotten";
const JONNA: &str = "Jonna Kero, ungdomsmottagningen, Region Norrbotten";
const SARA: &str = "Sara Tuolja, mor";
const MIKAEL: &str = "Mikael Mäkitalo, far";
const MARJA: &str = "Márjá Tuolja, mormor";

/// How Sara is reached, and where she lives with Elias.
const PHONE: &str = "070-174 06 41";
const ADDRESS: &str = "Rimfrostgränd 7, 982 32 Gällivare";

/// What would tell where Sara is; in small letters.
const TELLING: [&str; 3] = ["rimfrost", "982 32", "174 06 41"];

#[tokio::test]
async fn a_childs_sip_keeps_from_the_screen_where_his_mother_is() {
    let window = Window::open().await;
    start::first_start(&window).await;
    start::person(&window).await;
    before::need(&window).await;
    before::parties(&window).await;
    before::what_would_reveal_sara_is_hidden(&window).await;
    before::a_judgement_says_whose_consent_is_needed(&window).await;
    before::consents(&window).await;
    before::what_mikael_may_know(&window).await;
    calling::meeting_planned(&window).await;
    calling::nobody_close_is_invited_before_sara_is_asked(&window).await;
    calling::saras_phone_is_opened_with_a_reason(&window).await;
    calling::sent(&window).await;
    meeting::the_childs_opinion(&window).await;
    meeting::begins(&window).await;
    meeting::goals_and_measures(&window).await;
    meeting::double_work_is_pointed_at(&window).await;
    meeting::what_others_do(&window).await;
    meeting::ends(&window).await;
    plan::fixed(&window).await;
    plan::mikaels_copy(&window).await;
    plan::read_afterwards(&window).await;
    window.close().await;
}

/// Goes to a step or a page of the case, where nothing tells where Sara is.
async fn step<'a>(window: &'a Window, name: &str) -> Part<'a> {
    let page = window.page();
    page.press(name).await;
    page.heading(name).await;
    keeps_sara_hidden(window, name).await;
    page
}

/// Nothing on the page tells where Sara is: not its words, what stands in its fields, what no eye sees, nor its title.
async fn keeps_sara_hidden(window: &Window, place: &str) {
    let page = everything(window).await;
    let told: Vec<_> = TELLING.iter().filter(|word| page.contains(**word)).collect();
    assert!(told.is_empty(), "{place} tells {told:?}");
    // A text that is missing shows its key, which no Swedish word looks like.
    let keys = window.run("return document.body.innerText.match(/\\b[a-z]+(-[a-z]+){2,}\\b/g) ?? []").await;
    assert_eq!(keys, Value::Array(Vec::new()), "{place} has texts without words");
}

/// All that the page holds, in small letters.
async fn everything(window: &Window) -> String {
    let script = "const fields = Array.from(document.querySelectorAll('input, textarea'), (field) => field.value);
        return [document.title, document.documentElement.outerHTML, ...fields].join(' ').toLowerCase()";
    window.run(script).await.as_str().unwrap().to_owned()
}

/// The words of all pages of the paper that is shown, page by page, each when its words have all been laid over it.
const PAPER: &str = "return (async () => {
    const moment = () => new Promise((done) => setTimeout(done, 100));
    const layer = document.querySelector('.pdf__words');
    const next = Array.from(document.querySelectorAll('.pdf button')).find((each) => each.textContent.trim() === 'Nästa sida');
    const laid = async (before) => {
        let words = '';
        while (words === '' || words === before || words !== layer.textContent) {
            words = layer.textContent;
            await moment();
        }
        return words;
    };
    const pages = [await laid('')];
    while (!next.disabled) {
        next.click();
        pages.push(await laid(pages.at(-1)));
    }
    return pages.join(' ');
})()";

/// The paper that is shown says this and not that. A new line is no gap between its words.
async fn paper_holds(window: &Window, said: &[&str], kept: &[&str]) {
    window.until("the paper", "return document.querySelector('.pdf__words') !== null").await;
    let close = |words: &str| words.to_lowercase().replace(char::is_whitespace, "");
    let words = close(window.run(PAPER).await.as_str().unwrap());
    let missing: Vec<_> = said.iter().filter(|each| !words.contains(&close(each))).collect();
    let told: Vec<_> = kept.iter().chain(&TELLING).filter(|each| words.contains(&close(each))).collect();
    assert!(missing.is_empty() && told.is_empty(), "it lacks {missing:?} and tells {told:?}: {words}");
}

/// A picture of the top of the page, under a number of the case.
async fn keep(window: &Window, name: &str) {
    picture(window, &format!("case-2-{name}")).await;
}

/// A picture of what stands under a heading.
async fn keep_at(window: &Window, heading: &str, name: &str) {
    let script = format!(
        "const found = Array.from(document.querySelectorAll('h2, h3')).find((each) => each.textContent.trim() === {});
         found?.scrollIntoView({{ block: 'start' }}); scrollBy(0, -20); return found !== undefined",
        Value::from(heading)
    );
    assert_eq!(window.run(&script).await, true, "no heading {heading}");
    window.picture(&format!("case-2-{name}")).await;
}
