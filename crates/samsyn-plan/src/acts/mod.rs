//! Acts: what has been done. They are written once and never changed; a later act may say something else.

/// Declares acts: records that are only added.
macro_rules! acts {
    ($($(#[$meta:meta])* $name:ident $id:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
        pub struct $name {
            /// Its identifier.
            pub id: $id,
            /// When it was entered.
            pub at: DateTime<Utc>,
            /// Who entered it: the user's name at the time.
            pub by: String,
            $($(#[$field_meta])* pub $field: $type,)+
        }
    )+};
}

mod agreeing;
mod disposal;
mod following;
mod meeting;
mod plan;

pub use agreeing::*;
pub use disposal::*;
pub use following::*;
pub use meeting::*;
pub use plan::*;
