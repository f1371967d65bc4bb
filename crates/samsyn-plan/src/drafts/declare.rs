//! The one declaration from which every kind of draft record is made.

/// Declares the draft records, the list of their kinds and the collection that a case keeps them in.
///
/// `single` kinds exist once a case from its opening; `many` kinds are added and removed, and `many + position` stand in an order.
macro_rules! codes_of_drafts {
    ($($(#[$meta:meta])* $name:ident $kind:literal $id:ident $cardinality:ident $(+ $position:ident)? { $($(#[$field_meta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS, JsonSchema)]
            #[serde(default)]
            pub struct $name {
                /// Its identifier.
                pub id: $id,
                $(
                    /// The order in which it stands.
                    pub $position: i32,
                )?
                $($(#[$field_meta])* pub $field: $type,)+
            }

            impl DraftRecord for $name {
                const KIND: DraftKind = DraftKind::$name;
                const FIELDS: &'static [&'static str] = &[$(stringify!($position),)? $(stringify!($field)),+];
                fn id(&self) -> uuid::Uuid {
                    self.id.0
                }
                fn with_id(id: uuid::Uuid) -> Self {
                    Self { id: $id(id), ..Self::default() }
                }
            }
        )+

        /// The kinds of draft records.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema)]
        pub enum DraftKind { $($(#[$meta])* #[serde(rename = $kind)] $name),+ }

        impl Coded for DraftKind {
            const LIST: &'static str = "draft-kind";
            const ALL: &'static [Self] = &[$(Self::$name),+];
            fn code(self) -> &'static str {
                match self { $(Self::$name => $kind),+ }
            }
        }

        impl DraftKind {
            /// Whether a case has exactly one record of this kind.
            pub fn is_single(self) -> bool {
                match self { $(Self::$name => codes_of_drafts!(@single $cardinality)),+ }
            }

            /// The fields of the kind, but for its identifier.
            pub fn fields(self) -> &'static [&'static str] {
                match self { $(Self::$name => $name::FIELDS),+ }
            }
        }

        /// Runs one generic expression for the record type of a kind: `draft_type!(kind, T => expression)`.
        #[macro_export]
        macro_rules! draft_type {
            ($value:expr, $T:ident => $body:expr) => {
                match $value { $($crate::drafts::DraftKind::$name => { type $T = $crate::drafts::$name; $body })+ }
            };
        }
    };
    (@single single) => { true };
    (@single many) => { false };
}
