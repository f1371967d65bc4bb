//! The words people see, from the Fluent files that screen and paper share.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use samsyn_plan::codes::{Coded, PaperLanguage};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The Swedish files, by name.
const SWEDISH: &[(&str, &str)] = &[
    ("terms.ftl", include_str!("../../../assets/texts/sv/terms.ftl")),
    ("terms-process.ftl", include_str!("../../../assets/texts/sv/terms-process.ftl")),
    ("children.ftl", include_str!("../../../assets/texts/sv/children.ftl")),
    ("discharge.ftl", include_str!("../../../assets/texts/sv/discharge.ftl")),
    ("protected.ftl", include_str!("../../../assets/texts/sv/protected.ftl")),
    ("calling.ftl", include_str!("../../../assets/texts/sv/calling.ftl")),
    ("meeting.ftl", include_str!("../../../assets/texts/sv/meeting.ftl")),
    ("following.ftl", include_str!("../../../assets/texts/sv/following.ftl")),
    ("handing.ftl", include_str!("../../../assets/texts/sv/handing.ftl")),
    ("lock.ftl", include_str!("../../../assets/texts/sv/lock.ftl")),
    ("printing.ftl", include_str!("../../../assets/texts/sv/printing.ftl")),
    ("signing.ftl", include_str!("../../../assets/texts/sv/signing.ftl")),
    ("users.ftl", include_str!("../../../assets/texts/sv/users.ftl")),
    ("ways-in.ftl", include_str!("../../../assets/texts/sv/ways-in.ftl")),
    ("access.ftl", include_str!("../../../assets/texts/sv/access.ftl")),
    ("damage.ftl", include_str!("../../../assets/texts/sv/damage.ftl")),
    ("disposal.ftl", include_str!("../../../assets/texts/sv/disposal.ftl")),
    ("first-contact.ftl", include_str!("../../../assets/texts/sv/first-contact.ftl")),
    ("worklist.ftl", include_str!("../../../assets/texts/sv/worklist.ftl")),
    ("backup.ftl", include_str!("../../../assets/texts/sv/backup.ftl")),
    ("catalogue.ftl", include_str!("../../../assets/texts/sv/catalogue.ftl")),
    ("paper.ftl", include_str!("../../../assets/texts/sv/paper.ftl")),
    ("papers.ftl", include_str!("../../../assets/texts/sv/papers.ftl")),
    ("knowledge.ftl", include_str!("../../../assets/texts/sv/knowledge.ftl")),
    ("practice.ftl", include_str!("../../../assets/texts/sv/practice.ftl")),
    ("braid.ftl", include_str!("../../../assets/texts/sv/braid.ftl")),
    ("statistics.ftl", include_str!("../../../assets/texts/sv/statistics.ftl")),
    ("statistics-paper.ftl", include_str!("../../../assets/texts/sv/statistics-paper.ftl")),
    ("statistics-choosing.ftl", include_str!("../../../assets/texts/sv/statistics-choosing.ftl")),
    ("county.ftl", include_str!("../../../assets/texts/sv/county.ftl")),
    ("own-page.ftl", OWN_PAGE),
    ("ui.ftl", include_str!("../../../assets/texts/sv/ui.ftl")),
    ("errors.ftl", include_str!("../../../assets/texts/sv/errors.ftl")),
    ("cli.ftl", include_str!("../../../assets/texts/sv/cli.ftl")),
];

static SWEDISH_TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::from_sources(SWEDISH));

/// The person's own page in Swedish: the file that other languages translate.
const OWN_PAGE: &str = include_str!("../../../assets/texts/sv/own-page.ftl");

/// The words of the person's own page that people have written in other languages.
const WRITTEN: [(PaperLanguage, &str); 5] = [
    (PaperLanguage::Finnish, include_str!("../../../assets/texts/fi/own-page.ftl")),
    (PaperLanguage::Meankieli, include_str!("../../../assets/texts/fit/own-page.ftl")),
    (PaperLanguage::NorthernSami, include_str!("../../../assets/texts/se/own-page.ftl")),
    (PaperLanguage::SouthernSami, include_str!("../../../assets/texts/sma/own-page.ftl")),
    (PaperLanguage::English, include_str!("../../../assets/texts/en/own-page.ftl")),
];

static OTHER_TEXTS: LazyLock<Vec<(PaperLanguage, Texts)>> =
    LazyLock::new(|| WRITTEN.iter().map(|&(language, own_page)| (language, Texts::written(language, own_page))).collect());

/// The words of one language, by key.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    language: PaperLanguage,
}

impl Texts {
    /// The Swedish words, read once.
    pub fn swedish() -> &'static Self {
        &SWEDISH_TEXTS
    }

    /// The words of a language: those that people have written for the person's own page, and Swedish for each that they have
    /// not.
    pub fn of(language: PaperLanguage) -> &'static Self {
        OTHER_TEXTS.iter().find(|(other, _)| *other == language).map_or_else(Self::swedish, |(_, texts)| texts)
    }

    /// The BCP 47 tag of what a paper in these words is read aloud in: Swedish as long as any words of the page are.
    pub fn tag(&self) -> &'static str {
        self.language.code()
    }

    /// Swedish with the words that somebody has written over it.
    fn written(language: PaperLanguage, own_page: &str) -> Self {
        let mut texts = Self::from_sources(SWEDISH);
        let written = FluentResource::try_new(own_page.to_owned()).unwrap_or_else(|(readable, _)| readable);
        let own: Vec<&str> = keys(own_page).collect();
        let whole = keys(OWN_PAGE).all(|key| own.contains(&key));
        texts.bundle.add_resource_overriding(written);
        Self { language: if whole { language } else { PaperLanguage::Swedish }, ..texts }
    }

    /// A part of a file that cannot be read leaves its keys missing; a test holds that there is none.
    fn from_sources(files: &[(&str, &str)]) -> Self {
        let language: Option<LanguageIdentifier> = "sv".parse().ok();
        let mut bundle = FluentBundle::new_concurrent(language.into_iter().collect());
        // Isolation marks would be written into paper, clipboard and files.
        bundle.set_use_isolating(false);
        for (_, source) in files {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language: PaperLanguage::Swedish }
    }

    /// Whether there are words for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The words for `key`, or the key in brackets.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words for `key` with values put in, or the key in brackets.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let arguments: FluentArgs = values.iter().map(|&(name, value)| (name, value)).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}

/// The keys of a file.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(|line| line.split(['=', ' ']).next())
}

#[cfg(test)]
mod tests;
