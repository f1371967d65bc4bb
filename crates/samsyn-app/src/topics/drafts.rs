//! Drafting: one mechanism for every field that people write. Text is stored as typed; nothing is refused for being
//! unfinished.

use super::protected;
use crate::{App, AppError, Code, act::Call, app::Acting, describe::commands, view::CaseReply};
use samsyn_plan::{
    draft_type,
    drafts::{DraftKind, DraftRecord},
    ids::CaseId,
    text,
};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use ts_rs::TS;
use uuid::Uuid;

commands! {
    "draft.set" Draft [NotFound, InvalidValue, ChangedMeanwhile, ProtectedUnopened, NotOnEveryCase] set: DraftSet => CaseReply;
    "draft.add" Draft [NotFound, InvalidValue] add: DraftAdd => CaseReply;
    "draft.remove" Draft [NotFound, InUse, ProtectedUnopened, NotOnEveryCase] remove: DraftRemove => CaseReply;
    "draft.order" Draft [NotFound, InvalidValue] order: DraftOrder => CaseReply;
}

/// Sets fields of a draft record.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftSet {
    /// The case.
    case: CaseId,
    /// The kind of record.
    kind: DraftKind,
    /// The record.
    id: Uuid,
    /// The new values, by field.
    #[ts(type = "Record<string, unknown>")]
    fields: Map<String, Value>,
    /// The values that were last shown, by field. A field that has another value by now is not overwritten.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    seen: Map<String, Value>,
}

/// Adds a draft record, last in its order.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftAdd {
    /// The case.
    case: CaseId,
    /// The kind of record.
    kind: DraftKind,
    /// Values to begin with, by field.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    fields: Map<String, Value>,
}

/// Removes a draft record, unless an act refers to it.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftRemove {
    /// The case.
    case: CaseId,
    /// The kind of record.
    kind: DraftKind,
    /// The record.
    id: Uuid,
}

/// Puts records of a kind in an order.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftOrder {
    /// The case.
    case: CaseId,
    /// The kind of record.
    kind: DraftKind,
    /// The records, in their new order.
    ids: Vec<Uuid>,
}

fn set(app: &mut App, call: &Call, request: DraftSet) -> Result<CaseReply, AppError> {
    let DraftSet { case, kind, id, fields, seen } = request;
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    let merge = format!("{}:{id}:{}", kind_code(kind), names.join(","));
    app.draft(call, case, Some(merge), |acting| {
        draft_type!(kind, T => {
            match store::table::one_of::<T>(acting.reader(), case.0, id)? {
                Some(stored) => {
                    protected::refuse_unopened(&stored, protected::hidden_fields(&acting.case, kind, id), &fields, &seen)?;
                    acting.update(&overlay(&stored, &fields, &seen)?)?;
                }
                None if kind.is_single() && id == case.0 => acting.insert(&overlay(&T::with_id(id), &fields, &seen)?)?,
                None => return Err(AppError::new(Code::NotFound)),
            }
        });
        refuse_revealed(acting)?;
        Ok(None)
    })
}

fn add(app: &mut App, call: &Call, request: DraftAdd) -> Result<CaseReply, AppError> {
    let DraftAdd { case, kind, mut fields } = request;
    if kind.is_single() {
        return Err(AppError::at(Code::InvalidValue, "kind"));
    }
    app.draft(call, case, None, |acting| {
        let id = acting.new_id();
        if kind.fields().contains(&"position") {
            let last = draft_type!(kind, T => store::table::all::<T>(acting.reader(), case.0)?.len());
            fields.insert("position".to_owned(), json!(last));
        }
        draft_type!(kind, T => acting.insert(&overlay(&T::with_id(id), &fields, &Map::new())?)?);
        Ok(Some(id))
    })
}

fn remove(app: &mut App, call: &Call, request: DraftRemove) -> Result<CaseReply, AppError> {
    let DraftRemove { case, kind, id } = request;
    app.draft(call, case, None, |acting| {
        if kind.is_single() || acting.case.is_used_by_an_act(id) {
            return Err(AppError::new(Code::InUse));
        }
        draft_type!(kind, T => acting.remove::<T>(id)?);
        refuse_revealed(acting)?;
        Ok(None)
    })
}

fn order(app: &mut App, call: &Call, request: DraftOrder) -> Result<CaseReply, AppError> {
    let DraftOrder { case, kind, ids } = request;
    if !kind.fields().contains(&"position") {
        return Err(AppError::at(Code::InvalidValue, "kind"));
    }
    app.draft(call, case, None, |acting| {
        for (position, id) in ids.iter().enumerate() {
            let fields = Map::from_iter([("position".to_owned(), json!(position))]);
            draft_type!(kind, T => {
                let stored: T = store::table::one_of(acting.reader(), case.0, *id)?.ok_or(AppError::new(Code::NotFound))?;
                acting.update(&overlay(&stored, &fields, &Map::new())?)?;
            });
        }
        Ok(None)
    })
}

/// Refuses what brought protected data to light. Where nothing is protected there is nothing to look for.
fn refuse_revealed(acting: &Acting<'_>) -> Result<(), AppError> {
    if !acting.case.has_protected_data() {
        return Ok(());
    }
    let after = store::tables::load_case(acting.reader(), acting.case.id)?.ok_or(AppError::new(Code::NotFound))?;
    if acting.case.person_is_protected() && !after.person_is_protected() {
        acting.refuse_unnamed()?;
    }
    protected::refuse_revealed(&acting.case, &after, &acting.user_name(), acting.today)
}

fn kind_code(kind: DraftKind) -> &'static str {
    use samsyn_plan::codes::Coded;
    kind.code()
}

/// The record with the fields set. Text is cleaned; a field that the record has not, or a value that it cannot hold, is
/// refused at its name; a field whose stored value is no longer the one that was seen is refused with both.
fn overlay<T: DraftRecord>(stored: &T, fields: &Map<String, Value>, seen: &Map<String, Value>) -> Result<T, AppError> {
    overlay_fields(stored, T::FIELDS, fields, seen)
}

/// [`overlay`] for any record of which the named fields may be set.
pub(crate) fn overlay_fields<T: Serialize + DeserializeOwned>(
    stored: &T,
    allowed: &[&str],
    fields: &Map<String, Value>,
    seen: &Map<String, Value>,
) -> Result<T, AppError> {
    let Ok(Value::Object(mut record)) = serde_json::to_value(stored) else { return Err(AppError::new(Code::Internal)) };
    for (name, value) in fields {
        if !allowed.contains(&name.as_str()) {
            return Err(AppError::at(Code::InvalidValue, name));
        }
        let value = cleaned(value);
        let now = record.get(name).cloned().unwrap_or_default();
        if let Some(shown) = seen.get(name)
            && cleaned(shown) != now
            && value != now
        {
            return Err(AppError::at(Code::ChangedMeanwhile, name).with(json!({ "stored": now, "yours": value })));
        }
        record.insert(name.clone(), value);
        if serde_json::from_value::<T>(Value::Object(record.clone())).is_err() {
            return Err(AppError::at(Code::InvalidValue, name));
        }
    }
    serde_json::from_value(Value::Object(record)).map_err(|_| AppError::new(Code::Internal))
}

fn cleaned(value: &Value) -> Value {
    match value {
        Value::String(typed) => Value::String(text::clean(typed)),
        other => other.clone(),
    }
}
