//! The hand that carries the case: it sets the clock, calls commands, and keeps by name what they gave.

use super::Written;
use crate::{App, AppError, Clock, Code, Setup, app::Ids};
use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Stockholm;
use fs_err as fs;
use samsyn_plan::dates::parse_time;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// The folder of the practice store, below the example's folder.
pub const STORE: &str = "practice-store";

/// The practice store's passphrase. It is made up and stands here for all to read: nothing but the example is kept by it.
pub const PASSPHRASE: &str = "övningsfall med påhittade människor i Östersund";

/// The day D of each case, a Monday.
const D: NaiveDate = match NaiveDate::from_ymd_opt(2027, 1, 11) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The case under way.
pub struct Script {
    /// The program, for calls beside the case's own.
    pub app: App,
    folder: PathBuf,
    case: Value,
    names: BTreeMap<&'static str, Uuid>,
    view: Value,
    calls: u64,
    files: Vec<PathBuf>,
}

/// The date of a day after D, as people type it.
pub fn day(after: i64) -> String {
    date(after).to_string()
}

fn date(after: i64) -> NaiveDate {
    let days = Days::new(after.unsigned_abs());
    let date = if after < 0 { D.checked_sub_days(days) } else { D.checked_add_days(days) };
    date.unwrap_or(D)
}

/// A clock time in Sweden on a day after D.
fn moment(after: i64, time: &str) -> Result<DateTime<Utc>, AppError> {
    let local = parse_time(time).map(|time| date(after).and_time(time));
    let moment = local.and_then(|local| Stockholm.from_local_datetime(&local).single());
    moment.map(|moment| moment.to_utc()).ok_or_else(|| AppError::new(Code::Internal))
}

/// What several requests have in common, and what this one says.
pub(in crate::example) fn merged(mut common: Value, says: Value) -> Value {
    if let (Some(fields), Value::Object(says)) = (common.as_object_mut(), says) {
        fields.extend(says);
    }
    common
}

impl Script {
    /// Begins in a folder, which is made where there is none. Nothing has been called yet.
    pub fn begin(folder: &Path) -> Result<Self, AppError> {
        fs::create_dir_all(folder)?;
        let clock = Clock::Fixed(moment(0, "08.00")?);
        let mut app = App::new(Setup { folder: folder.join(STORE), clock, keyring: false });
        app.ids = Ids::counted();
        Ok(Self {
            app,
            folder: folder.to_owned(),
            case: Value::Null,
            names: BTreeMap::new(),
            view: Value::Null,
            calls: 0,
            files: Vec::new(),
        })
    }

    /// Starts a practice store for the first time, and gives its recovery key.
    pub(in crate::example) fn create(&mut self, store: Value) -> Result<Value, AppError> {
        let created = self.call("store.create", merged(store, json!({ "passphrase": PASSPHRASE, "practice": true })))?;
        Ok(created.get("recovery_key").cloned().unwrap_or_default())
    }

    /// Types the recovery key back.
    pub(in crate::example) fn confirm(&mut self, key: &Value) -> Result<(), AppError> {
        self.call("store.confirm_recovery_key", json!({ "recovery_key": key })).map(drop)
    }

    /// Somebody comes to a meeting, leaves it or stays away; without a party it is the person.
    pub(in crate::example) fn presence(&mut self, meeting: &str, party: Option<&str>, name: &str, mark: &str) -> Result<(), AppError> {
        let party = party.map_or(Value::Null, |party| self.id(party));
        let meeting = self.id(meeting);
        self.on_case("presence.record", json!({ "meeting": meeting, "party": party, "name": name, "mark": mark })).map(drop)
    }

    /// Hands a document to somebody.
    pub(in crate::example) fn hand_over(&mut self, document: &Value, recipient: &Value, delivery: &str) -> Result<(), AppError> {
        self.on_case("document.hand_over", json!({ "document": document, "recipient": recipient, "delivery": delivery })).map(drop)
    }

    /// Sets the clock to a time on a day after D.
    pub fn at(&mut self, after: i64, time: &str) -> Result<(), AppError> {
        self.app.set_clock(Clock::Fixed(moment(after, time)?));
        Ok(())
    }

    /// Calls a command, with an identifier of its own.
    pub fn call(&mut self, command: &str, mut request: Value) -> Result<Value, AppError> {
        self.calls += 1;
        if let Some(fields) = request.as_object_mut() {
            fields.insert("command_id".to_owned(), json!(Uuid::from_u128(self.calls.into())));
        }
        self.app.call(command, request)
    }

    /// Calls a command on the case, and keeps the case as it then stands. Gives the record that was added, where one was.
    pub fn on_case(&mut self, command: &str, mut request: Value) -> Result<Option<Uuid>, AppError> {
        if let Some(fields) = request.as_object_mut() {
            fields.insert("case".to_owned(), self.case.clone());
        }
        let mut reply = self.call(command, request)?;
        self.view = reply.get_mut("view").map(Value::take).unwrap_or_default();
        Ok(reply.get("added").and_then(Value::as_str).and_then(|added| added.parse().ok()))
    }

    /// Opens the case, an ordinary SIP, for a person who was entered.
    pub fn open_case(&mut self, person: &Value) -> Result<(), AppError> {
        self.open_plan(person, "sip")
    }

    /// Opens the case with a kind of plan for a person who was entered.
    pub fn open_plan(&mut self, person: &Value, plan_type: &str) -> Result<(), AppError> {
        let mut reply = self.call("case.open", json!({ "person": person.get("id"), "plan_type": plan_type }))?;
        self.view = reply.get_mut("view").map(Value::take).unwrap_or_default();
        self.case = self.view.pointer("/case/id").cloned().unwrap_or_default();
        Ok(())
    }

    /// Adds a draft record, and calls it by a name from then on.
    pub fn add(&mut self, name: &'static str, kind: &str, fields: Value) -> Result<(), AppError> {
        let added = self.on_case("draft.add", json!({ "kind": kind, "fields": fields }))?;
        self.names.extend(added.map(|id| (name, id)));
        Ok(())
    }

    /// Sets fields of a named draft record.
    pub fn set(&mut self, name: &str, kind: &str, fields: Value) -> Result<(), AppError> {
        let id = self.id(name);
        self.on_case("draft.set", json!({ "kind": kind, "id": id, "fields": fields })).map(drop)
    }

    /// Sets fields of the one draft record of a kind.
    pub fn set_single(&mut self, kind: &str, fields: Value) -> Result<(), AppError> {
        let id = self.view.pointer(&format!("/case/{kind}/id")).cloned().unwrap_or_default();
        self.on_case("draft.set", json!({ "kind": kind, "id": id, "fields": fields })).map(drop)
    }

    /// The identifier of a named record; null where the name is unknown.
    pub fn id(&self, name: &str) -> Value {
        self.names.get(name).map(|id| json!(id)).unwrap_or_default()
    }

    /// Calls the newest act of a list by a name from then on.
    pub fn name_newest(&mut self, name: &'static str, list: &str) {
        let id = self
            .view
            .pointer(&format!("/case/{list}"))
            .and_then(Value::as_array)
            .and_then(|acts| acts.last()?.get("id")?.as_str()?.parse().ok());
        self.names.extend(id.map(|id: Uuid| (name, id)));
    }

    /// The case's identifier.
    pub fn case(&self) -> Value {
        self.case.clone()
    }

    /// The case as the last call on it left it.
    pub fn view(&self) -> &Value {
        &self.view
    }

    /// Writes a document's PDF to the folder, under the next number and a name that tells nothing of the person.
    pub fn paper(&mut self, name: &str, document: Value) -> Result<Vec<u8>, AppError> {
        let bytes = self.app.call_for_bytes("document.preview", json!({ "case": self.case, "document": document }))?;
        self.leave(name, &bytes)?;
        Ok(bytes)
    }

    /// Writes a PDF to the folder. The recovery sheet is number 0: it is written before there is a case.
    pub(in crate::example) fn leave(&mut self, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        let path = self.folder.join(format!("{:02}-{name}.pdf", self.files.len()));
        fs::write(&path, bytes)?;
        self.files.push(path);
        Ok(())
    }

    /// Ends: locks the store, and gives the files and the key. The store says itself that it is for practice.
    pub(in crate::example) fn written(mut self) -> Result<Written, AppError> {
        let session = self.app.session()?;
        if !session.practice {
            return Err(AppError::new(Code::NotPractice));
        }
        let key = session.store.practice_key();
        self.app.lock();
        Ok(Written { files: self.files, key })
    }
}
