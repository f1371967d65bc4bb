//! What every draft record has.

use super::DraftKind;
use serde::Serialize;

/// A draft record: an identifier and fields.
pub trait DraftRecord: Clone + Default + Serialize + serde::de::DeserializeOwned {
    /// Its kind.
    const KIND: DraftKind;
    /// Its fields, but for the identifier.
    const FIELDS: &'static [&'static str];
    /// Its identifier.
    fn id(&self) -> uuid::Uuid;
    /// An empty record of that identifier.
    fn with_id(id: uuid::Uuid) -> Self;
}
