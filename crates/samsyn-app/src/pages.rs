//! Pages to read: the kunskapsstöd and the help that come with the program, and what a page says in blocks.

mod markdown;

pub(crate) use markdown::{PageBlock, Run, blocks};

use crate::view::Step;
use chrono::NaiveDate;
use samsyn_plan::law::{LawReference, LawSubject};
use serde_json::json;

/// Embeds the pages of a folder of `assets`, by their names.
macro_rules! shipped {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/", $folder, "/", $name, ".md")))),+]
    };
}

/// The kunskapsstöd, in the order in which a SIP needs it.
pub(crate) const KNOWLEDGE: &[(&str, &str)] = shipped!("knowledge":
    "lagen", "viktigt-for-dig", "barn-i-motet", "tolk", "samtycke", "sekretess", "tryggt-mote", "nar-en-part-uteblir", "latt-svenska",
    "utskrivning", "uppfoljning",
);

/// The help, a page for each view by its name, and the redogörelse for accessibility.
pub(crate) const HELP: &[(&str, &str)] = shipped!("help":
    "door", "worklist", "contacts", "contact", "persons", "person", "catalogue", "demarcation", "statistics", "statistics-tables", "county", "settings", "log-review", "disposal", "knowledge", "knowledge-page", "tour",
    "accessibility", "case", "case-need", "case-yes", "case-preparation", "case-consent", "case-call", "case-meeting", "case-plan",
    "case-follow_up", "case-closing", "case-braid", "case-documents", "case-handing", "case-history", "case-access", "statement",
);

/// A page that comes with the program: what stands above its text, and the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ShippedPage {
    /// The heading.
    pub(crate) title: String,
    /// The steps where it helps.
    pub(crate) steps: Vec<Step>,
    /// Whether it is the program's own advice and no rule of anybody's.
    pub(crate) advice: bool,
    /// Where what it says was read; empty for advice.
    pub(crate) source: String,
    /// When it was read there, or written.
    pub(crate) read_on: Option<NaiveDate>,
    /// The pages of kunskapsstöd that go with it.
    pub(crate) knowledge: Vec<String>,
    /// The text, in Markdown.
    pub(crate) markdown: String,
}

impl ShippedPage {
    /// Reads a page that begins with lines of `name: value` between two lines of `---`.
    pub(crate) fn read(content: &str) -> Self {
        let (front, text) = content.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("", content));
        let mut page = Self { markdown: text.trim().to_owned(), ..Self::default() };
        for (name, value) in front.lines().filter_map(|line| line.split_once(": ")) {
            match name {
                "title" => value.clone_into(&mut page.title),
                "steps" => page.steps = listed(value).filter_map(|code| serde_json::from_value(json!(code)).ok()).collect(),
                "kind" => page.advice = value == "advice",
                "source" => value.clone_into(&mut page.source),
                "read" => page.read_on = value.parse().ok(),
                "knowledge" => page.knowledge = listed(value).map(str::to_owned).collect(),
                _ => {}
            }
        }
        page
    }
}

fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// The page of a name among those that come with the program.
pub(crate) fn found(among: &[(&str, &str)], name: &str) -> Option<ShippedPage> {
    among.iter().find(|(known, _)| *known == name).map(|(_, content)| ShippedPage::read(content))
}

/// The text with `{law:contents}` and its like as the paragraphs in force, so that no page says a paragraph that has gone.
pub(crate) fn with_law(markdown: &str, law: &[LawReference]) -> String {
    let mut pieces = markdown.split("{law:");
    let mut cited = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('}').and_then(|(subject, rest)| Some((citations(law, subject)?, rest))) {
            Some((paragraphs, rest)) => cited.extend([&paragraphs, rest]),
            None => cited.extend(["{law:", piece]),
        }
    }
    cited
}

fn citations(law: &[LawReference], subject: &str) -> Option<String> {
    let subject: LawSubject = serde_json::from_value(json!(subject)).ok()?;
    let paragraphs: Vec<&str> = law.iter().filter(|each| each.subject == subject).map(|each| each.citation.as_str()).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join(", "))
}

#[cfg(test)]
mod tests;
