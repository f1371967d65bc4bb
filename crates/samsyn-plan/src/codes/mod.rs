//! The closed lists of codes that records use. Each code has its Swedish words in `terms.ftl` under
//! `<list>-<code>`, for example `information-kind-medicine`.

/// A closed list of codes.
pub trait Coded: Copy + Sized + 'static {
    /// The list's name in the texts, in kebab case.
    const LIST: &'static str;
    /// Every code, in the order in which people meet them.
    const ALL: &'static [Self];
    /// The code as stored and as sent, in snake case.
    fn code(self) -> &'static str;
    /// The code of that name, if the list has it.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|candidate| candidate.code() == code)
    }
    /// The key of the code's words.
    fn text_key(self) -> String {
        format!("{}-{}", Self::LIST, self.code().replace('_', "-"))
    }
}

/// Declares lists of codes.
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident $list:literal { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $code)] $variant),+ }

        impl Coded for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    )+};
}

mod braid;
mod catalogue;
mod disposal;
mod following;
mod meeting;
mod telling;
mod who;

pub use braid::*;
pub use catalogue::*;
pub use disposal::*;
pub use following::*;
pub use meeting::*;
pub use telling::*;
pub use who::*;
