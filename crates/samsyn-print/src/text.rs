//! The words people see, from the Fluent files that screen and paper share.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The Swedish files, by name.
const SWEDISH: [(&str, &str); 13] = [
    ("terms.ftl", include_str!("../../../assets/texts/sv/terms.ftl")),
    ("terms-process.ftl", include_str!("../../../assets/texts/sv/terms-process.ftl")),
    ("children.ftl", include_str!("../../../assets/texts/sv/children.ftl")),
    ("discharge.ftl", include_str!("../../../assets/texts/sv/discharge.ftl")),
    ("protected.ftl", include_str!("../../../assets/texts/sv/protected.ftl")),
    ("calling.ftl", include_str!("../../../assets/texts/sv/calling.ftl")),
    ("meeting.ftl", include_str!("../../../assets/texts/sv/meeting.ftl")),
    ("following.ftl", include_str!("../../../assets/texts/sv/following.ftl")),
    ("handing.ftl", include_str!("../../../assets/texts/sv/handing.ftl")),
    ("paper.ftl", include_str!("../../../assets/texts/sv/paper.ftl")),
    ("ui.ftl", include_str!("../../../assets/texts/sv/ui.ftl")),
    ("errors.ftl", include_str!("../../../assets/texts/sv/errors.ftl")),
    ("cli.ftl", include_str!("../../../assets/texts/sv/cli.ftl")),
];

static SWEDISH_TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::from_sources(SWEDISH.map(|(_, source)| source)));

/// The words of one language, by key.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The Swedish words, read once.
    pub fn swedish() -> &'static Self {
        &SWEDISH_TEXTS
    }

    /// A part of a file that cannot be read leaves its keys missing; a test holds that there is none.
    fn from_sources<const N: usize>(sources: [&str; N]) -> Self {
        let language: Option<LanguageIdentifier> = "sv".parse().ok();
        let mut bundle = FluentBundle::new_concurrent(language.into_iter().collect());
        // Isolation marks would be written into paper, clipboard and files.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
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

#[cfg(test)]
mod tests;
