//! Markdown as a small tree of blocks. Whatever was written, something readable comes out, and nothing that acts: no markup of
//! the page's own, no link that opens, no picture.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Run {
    /// The words.
    pub(crate) words: String,
    /// Whether they are set in bold.
    pub(crate) strong: bool,
    /// Whether they are stressed.
    pub(crate) emphasis: bool,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum PageBlock {
    /// A heading beneath the page's own.
    Heading {
        /// 1 is a section of the page, 2 lies beneath one. No level is skipped.
        level: u8,
        /// The words.
        runs: Vec<Run>,
    },
    /// Running text.
    Paragraph {
        /// The words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// What each item holds.
        items: Vec<Vec<PageBlock>>,
    },
}

/// Lists within lists, at most: whoever writes more of them gets their words in the innermost.
const DEEPEST: usize = 3;

/// The blocks of a page in Markdown.
pub(crate) fn blocks(markdown: &str) -> Vec<PageBlock> {
    let mut reading = Reading::default();
    Parser::new(markdown).for_each(|event| reading.take(event));
    reading.end()
}

/// A list that has not ended yet, with the item that is being read.
struct OpenList {
    ordered: bool,
    items: Vec<Vec<PageBlock>>,
}

#[derive(Default)]
struct Reading {
    page: Vec<PageBlock>,
    lists: Vec<OpenList>,
    /// Lists that lie deeper than is shown.
    too_deep: usize,
    runs: Vec<Run>,
    strong: usize,
    emphasis: usize,
    links: Vec<String>,
    has_section: bool,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => self.say(&words),
            Event::SoftBreak => self.say(" "),
            Event::HardBreak => self.say("\n"),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.stop(tag),
            _ => self.paragraph(),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::Image { .. } => {}
            Tag::List(first) => {
                self.paragraph();
                if self.lists.len() < DEEPEST {
                    self.lists.push(OpenList { ordered: first.is_some(), items: Vec::new() });
                } else {
                    self.too_deep += 1;
                }
            }
            Tag::Item if self.too_deep == 0 => {
                if let Some(list) = self.lists.last_mut() {
                    list.items.push(Vec::new());
                }
            }
            _ => self.paragraph(),
        }
    }

    fn stop(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => self.link(),
            TagEnd::Image => {}
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::List(_) => {
                self.paragraph();
                if self.too_deep > 0 {
                    self.too_deep -= 1;
                } else if let Some(OpenList { ordered, items }) = self.lists.pop() {
                    self.put(PageBlock::List { ordered, items });
                }
            }
            _ => self.paragraph(),
        }
    }

    fn say(&mut self, words: &str) {
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        match self.runs.last_mut() {
            Some(run) if run.strong == strong && run.emphasis == emphasis => run.words.push_str(words),
            _ => self.runs.push(Run { words: words.to_owned(), strong, emphasis }),
        }
    }

    /// There is no network to follow a link into: where it leads stands behind its words, to be read.
    fn link(&mut self) {
        let Some(address) = self.links.pop().filter(|address| address.starts_with("https://")) else { return };
        if !self.runs.iter().any(|run| run.words.contains(&address)) {
            self.say(&format!(" ({address})"));
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let level = if self.has_section && level > HeadingLevel::H2 { 2 } else { 1 };
        self.has_section = true;
        let runs = self.said();
        self.put_said(runs, |runs| PageBlock::Heading { level, runs });
    }

    fn paragraph(&mut self) {
        let runs = self.said();
        self.put_said(runs, |runs| PageBlock::Paragraph { runs });
    }

    fn said(&mut self) -> Vec<Run> {
        std::mem::take(&mut self.runs)
    }

    fn put_said(&mut self, runs: Vec<Run>, block: impl FnOnce(Vec<Run>) -> PageBlock) {
        if runs.iter().any(|run| !run.words.trim().is_empty()) {
            self.put(block(runs));
        }
    }

    fn put(&mut self, block: PageBlock) {
        match self.lists.last_mut().and_then(|list| list.items.last_mut()) {
            Some(item) => item.push(block),
            None => self.page.push(block),
        }
    }

    fn end(mut self) -> Vec<PageBlock> {
        self.paragraph();
        self.page
    }
}
