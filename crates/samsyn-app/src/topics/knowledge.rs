//! Kunskapsstöd: short pages that come with the program, and the pages that a county writes itself.
//!
//! A county's page is a setting of the store, so that each change of it stands in the change log. It keeps the text before the
//! last change, which is how that is undone.

use crate::{
    App, AppError, Code,
    act::{Call, needed},
    describe::{byte_commands, commands},
    pages::{self, KNOWLEDGE, PageBlock, ShippedPage},
    view::Step,
    words::texts,
};
use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{law, text};
use samsyn_store::{self as store, Chain, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "knowledge.list" Read [] list: KnowledgeList => Knowledge;
    "knowledge.show" Read [NotFound] show: KnowledgeShow => KnowledgePage;
    "knowledge.preview" Read [] preview: KnowledgePreview => Vec<PageBlock>;
    "knowledge.write" Act [EmptyField] write: KnowledgeWrite => KnowledgePage;
    "knowledge.remove" Act [NotFound] remove: KnowledgeOf => Knowledge;
    "knowledge.put_back" Act [NotFound] put_back: KnowledgeOf => Knowledge;
}

byte_commands! {
    "knowledge.print" Read [NotFound] print: KnowledgeShow;
}

/// Lists the pages.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnowledgeList {}

/// Shows a page.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnowledgeShow {
    /// The page's name.
    page: String,
    /// The text that comes with the program, where the county has one of its own too.
    #[serde(default)]
    shipped: bool,
}

/// Shows what a text will look like.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnowledgePreview {
    /// The text, in Markdown.
    markdown: String,
}

/// Writes a page of the county's own, or the county's own text of a page that comes with the program.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnowledgeWrite {
    /// The page's name; nothing for a new one.
    page: Option<String>,
    /// The heading.
    title: String,
    /// The text, in Markdown.
    markdown: String,
    /// The steps where it helps.
    steps: Vec<Step>,
    /// Where what it says was read; empty where nobody has said.
    source: String,
}

/// Names a page of the county's own.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnowledgeOf {
    /// The page's name.
    page: String,
}

/// The pages.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Knowledge {
    /// Those that come with the program, and then the county's own by their headings.
    pages: Vec<KnowledgeLine>,
    /// Those of the county's own that were removed, and can be put back.
    removed: Vec<RemovedPage>,
}

/// A page of the county's own that was removed.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct RemovedPage {
    /// The page's name.
    page: String,
    /// The heading that it had.
    title: String,
}

/// A page in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct KnowledgeLine {
    /// The page's name.
    page: String,
    /// The heading.
    title: String,
    /// The steps where it helps.
    steps: Vec<Step>,
    /// Whether it is advice of whoever wrote it, and no rule.
    advice: bool,
    /// Where what it says was read; empty where nothing is said.
    source: String,
    /// When it was read there, or written.
    read_on: Option<NaiveDate>,
    /// Who wrote the text, where it is the county's own.
    own: Option<Written>,
    /// Whether there is a text that comes with the program.
    shipped: bool,
}

/// Who wrote a text, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Written {
    /// The name.
    by: String,
    /// The time.
    at: DateTime<Utc>,
}

/// A page with its text.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct KnowledgePage {
    /// What stands of it in the list.
    line: KnowledgeLine,
    /// The text, to be shown.
    blocks: Vec<PageBlock>,
    /// The text in Markdown, to be changed.
    markdown: String,
}

/// A text of the county's own, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OwnText {
    title: String,
    markdown: String,
    steps: Vec<Step>,
    source: String,
    written: Written,
}

/// A page of the county's own: its text, and the one before the last change. Nothing stands for a page that is not there.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct OwnPage {
    now: Option<OwnText>,
    before: Option<OwnText>,
}

/// What the settings begin with that hold a county's pages.
const SETTING: &str = "knowledge:";

fn list(app: &mut App, _: &Call, _: KnowledgeList) -> Result<Knowledge, AppError> {
    let mut own: Vec<(String, OwnPage)> = app.read(|reader| Ok(store::tables::settings_beginning(reader, SETTING)?))?;
    let removed = own.iter().filter_map(|(page, kept)| match kept {
        OwnPage { now: None, before: Some(before) } => Some(RemovedPage { page: page.clone(), title: before.title.clone() }),
        _ => None,
    });
    let removed = removed.collect();
    let mut lines = Vec::new();
    for (page, content) in KNOWLEDGE {
        let kept = own.iter().position(|(name, _)| name == page).map(|at| own.swap_remove(at).1);
        let shipped = ShippedPage::read(content);
        lines.push(match kept.and_then(|kept| kept.now) {
            Some(text) => own_line(page, &text, true),
            None => shipped_line(page, &shipped),
        });
    }
    let mut others: Vec<_> = own.iter().filter_map(|(page, kept)| Some(own_line(page, kept.now.as_ref()?, false))).collect();
    others.sort_by_key(|line| line.title.to_lowercase());
    lines.extend(others);
    Ok(Knowledge { pages: lines, removed })
}

fn shipped_line(page: &str, shipped: &ShippedPage) -> KnowledgeLine {
    let ShippedPage { title, steps, advice, source, read_on, .. } = shipped;
    let (page, title, steps, source) = (page.to_owned(), title.clone(), steps.clone(), source.clone());
    KnowledgeLine { page, title, steps, advice: *advice, source, read_on: *read_on, own: None, shipped: true }
}

fn own_line(page: &str, text: &OwnText, shipped: bool) -> KnowledgeLine {
    let OwnText { title, steps, source, written, .. } = text.clone();
    KnowledgeLine { page: page.to_owned(), title, steps, advice: source.is_empty(), source, read_on: None, own: Some(written), shipped }
}

fn show(app: &mut App, call: &Call, request: KnowledgeShow) -> Result<KnowledgePage, AppError> {
    let own = if request.shipped { None } else { kept(app, &request.page)?.now };
    let shipped = pages::found(KNOWLEDGE, &request.page);
    let (line, markdown) = match (own, shipped) {
        (Some(text), shipped) => (own_line(&request.page, &text, shipped.is_some()), text.markdown),
        (None, Some(shipped)) => (shipped_line(&request.page, &shipped), shipped.markdown),
        (None, None) => return Err(AppError::at(Code::NotFound, "page")),
    };
    Ok(KnowledgePage { line, blocks: shown(app, call, &markdown), markdown })
}

fn shown(app: &App, call: &Call, markdown: &str) -> Vec<PageBlock> {
    pages::blocks(&pages::with_law(markdown, &law::in_force(&app.law, call.today)))
}

fn preview(app: &mut App, call: &Call, request: KnowledgePreview) -> Result<Vec<PageBlock>, AppError> {
    Ok(shown(app, call, &text::clean(&request.markdown)))
}

fn kept(app: &App, page: &str) -> Result<OwnPage, AppError> {
    app.read(|reader| Ok(store::tables::setting(reader, &format!("{SETTING}{page}"))?.unwrap_or_default()))
}

fn write(app: &mut App, call: &Call, request: KnowledgeWrite) -> Result<KnowledgePage, AppError> {
    let text = OwnText {
        title: needed("title", &request.title)?,
        markdown: text::clean(&request.markdown).trim_end().to_owned(),
        steps: request.steps,
        source: text::clean(&request.source).trim().to_owned(),
        written: Written { by: app.session()?.user.name.clone(), at: call.now },
    };
    if text.markdown.trim().is_empty() {
        return Err(AppError::at(Code::EmptyField, "markdown"));
    }
    let page = request.page.unwrap_or_else(|| call.id.simple().to_string());
    let before = kept(app, &page)?.now;
    keep(app, call, &page, &OwnPage { now: Some(text), before })?;
    show(app, call, KnowledgeShow { page, shipped: false })
}

fn remove(app: &mut App, call: &Call, request: KnowledgeOf) -> Result<Knowledge, AppError> {
    let before = kept(app, &request.page)?.now;
    if before.is_none() {
        return Err(AppError::at(Code::NotFound, "page"));
    }
    keep(app, call, &request.page, &OwnPage { now: None, before })?;
    list(app, call, KnowledgeList {})
}

/// Puts back the text that stood before the last change, and what stands now where that was: so that once more undoes it.
fn put_back(app: &mut App, call: &Call, request: KnowledgeOf) -> Result<Knowledge, AppError> {
    let OwnPage { now, before } = kept(app, &request.page)?;
    if now.is_none() && before.is_none() {
        return Err(AppError::at(Code::NotFound, "page"));
    }
    keep(app, call, &request.page, &OwnPage { now: before, before: now })?;
    list(app, call, KnowledgeList {})
}

fn keep(app: &mut App, call: &Call, page: &str, own: &OwnPage) -> Result<(), AppError> {
    let name = format!("{SETTING}{page}");
    app.write(call, Chain::Store, Kind::Act, |writer| Ok(store::tables::set_setting(writer, &name, own)?))
}

fn print(app: &mut App, call: &Call, request: KnowledgeShow) -> Result<Vec<u8>, AppError> {
    let KnowledgePage { line, blocks, .. } = show(app, call, request)?;
    let session = app.session()?;
    let (day, from) = match (&line.own, line.read_on) {
        (Some(written), _) => {
            let day = crate::clock::day_of(written.at);
            (day, texts().with("paper-knowledge-own", &[("who", &written.by), ("day", &day.to_string())]))
        }
        (None, Some(day)) => (day, texts().with("paper-knowledge-shipped-read", &[("day", &day.to_string())])),
        (None, None) => (call.today, texts().get("paper-knowledge-shipped")),
    };
    let kind = if line.advice { texts().get("paper-knowledge-advice") } else { line.source };
    let last = texts().with("paper-knowledge-source", &[("source", &kind), ("from", &from)]);
    let paper = samsyn_print::documents::page(
        texts(),
        &session.organisation,
        session.logo.as_ref(),
        &line.title,
        day,
        blocks.iter().flat_map(printed).chain([samsyn_print::Block::note(last)]).collect(),
    );
    super::documents::of_no_case(session, paper)
}

/// A block as paper has it: running text without bold, and lists without lists in them.
fn printed(block: &PageBlock) -> Vec<samsyn_print::Block> {
    match block {
        PageBlock::Heading { level, runs } => vec![samsyn_print::Block::heading(*level, said(runs))],
        PageBlock::Paragraph { runs } => vec![samsyn_print::Block::text(said(runs))],
        PageBlock::List { ordered, items } => {
            let words = items.iter().map(|item| item.iter().map(flat).collect::<Vec<_>>().join("\n"));
            if *ordered {
                let numbered = words.zip(1..).map(|(words, number)| samsyn_print::Block::text(format!("{number}. {words}")));
                return numbered.collect();
            }
            vec![samsyn_print::Block::List(words.collect())]
        }
    }
}

fn flat(block: &PageBlock) -> String {
    match block {
        PageBlock::Heading { runs, .. } | PageBlock::Paragraph { runs } => said(runs),
        PageBlock::List { items, .. } => items.iter().flatten().map(flat).collect::<Vec<_>>().join("\n"),
    }
}

fn said(runs: &[pages::Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}
