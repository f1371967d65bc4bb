//! People: search before create, likely duplicates warned of, and what is known of somebody changed.

use super::protected;
use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    describe::commands,
    view::{PersonLine, PersonReply},
};
use samsyn_plan::{codes::Protection, identity::IdentityNumber, ids::PersonId, names::FoundBy, person::Person, protection};
use samsyn_store::{self as store, Chain};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use ts_rs::TS;

commands! {
    "person.search" Read [] search: PersonSearch => Vec<PersonHit>;
    "person.create" Act [IdentityEmpty, IdentityLength, IdentityDate, IdentityCheckDigit, EmptyField, DuplicatePerson] create: PersonCreate => Person;
    "person.set" Draft [NotFound, InvalidValue, ChangedMeanwhile, ProtectedUnopened] set: PersonSet => PersonReply;
    "person.show" Read [NotFound] show: PersonShow => PersonLine;
}

/// Searches by name, personnummer, samordningsnummer, reserve number or case number: what the law lets case handling search
/// by (15 § förordning 2001:637).
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonSearch {
    /// What was typed.
    text: String,
    /// How many hits have been shown already.
    #[serde(default)]
    after: u32,
}

/// Somebody who was found. Hits come at most twenty at a time, those spelt as typed first, other spellings last.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PersonHit {
    /// By what.
    by: FoundBy,
    /// The person with the person's cases, without what is protected.
    #[serde(flatten)]
    line: PersonLine,
}

/// How many hits come at a time.
const PAGE: usize = 20;

/// Enters a person.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonCreate {
    /// Personnummer, samordningsnummer or reserve number as typed.
    identity: String,
    /// Whether it is a reserve number.
    #[serde(default)]
    reserve: bool,
    /// First names.
    first_name: String,
    /// Last names.
    last_name: String,
    /// Street and postal address.
    #[serde(default)]
    address: String,
    /// Phone number.
    #[serde(default)]
    phone: String,
    /// E-mail address.
    #[serde(default)]
    email: String,
    /// The kommun of residence.
    #[serde(default)]
    municipality: String,
    /// First language.
    #[serde(default)]
    language: String,
    /// What the person needs so as to take part.
    #[serde(default)]
    needs: String,
    /// Protection in the population register.
    #[serde(default)]
    protection: Option<Protection>,
    /// The date of birth as typed, where the number tells none.
    #[serde(default)]
    born_on: String,
    /// Enter the person in spite of a likely duplicate by name. The same number is never entered twice.
    #[serde(default)]
    in_spite_of_duplicate: bool,
}

/// Changes what is known of a person. The number stays.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonSet {
    /// The person.
    person: PersonId,
    /// The new values, by field.
    #[ts(type = "Record<string, unknown>")]
    fields: Map<String, Value>,
    /// The values that were last shown, by field.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    seen: Map<String, Value>,
}

/// Shows a person with the person's cases.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonShow {
    /// The person.
    person: PersonId,
}

const FIELDS: &[&str] =
    &["first_name", "last_name", "address", "phone", "email", "municipality", "language", "needs", "protection", "born_on"];

fn search(app: &mut App, call: &Call, request: PersonSearch) -> Result<Vec<PersonHit>, AppError> {
    let typed = words(&request.text);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let lines = app.case_lines()?;
    // Whoever the user has no need to know of is found by the whole number alone.
    let hidden = app.hidden_people()?;
    let whole = IdentityNumber::parse(&typed, false, call.today).ok();
    let may_see = |person: &Person| !hidden.contains(&person.id) || whole.as_ref() == Some(&person.identity);
    let page = (usize::try_from(request.after).unwrap_or(usize::MAX), PAGE);
    app.read(|reader| {
        let found = store::tables::search_persons(reader, &typed, page, &may_see)?;
        let hits = found.into_iter().map(|store::tables::PersonHit { person, by }| {
            let cases = lines.iter().filter(|line| line.person == person.id).cloned().collect();
            Ok(PersonHit { by, line: PersonLine::seen(reader, person, cases)? })
        });
        hits.collect()
    })
}

fn create(app: &mut App, call: &Call, request: PersonCreate) -> Result<Person, AppError> {
    let identity = IdentityNumber::parse(&request.identity, request.reserve, call.today)?;
    let fresh = PersonId(app.begun_by(call)?);
    let made = app.write(call, Chain::Person(fresh), store::Kind::Act, |writer| {
        let person = Person {
            id: fresh,
            identity,
            first_name: needed("first_name", &request.first_name)?,
            last_name: needed("last_name", &request.last_name)?,
            address: words(&request.address),
            phone: words(&request.phone),
            email: words(&request.email),
            municipality: words(&request.municipality),
            language: words(&request.language),
            needs: words(&request.needs),
            protection: request.protection,
            born_on: words(&request.born_on),
        };
        refuse_duplicate(writer, &person, request.in_spite_of_duplicate)?;
        store::table::insert(writer, &person)?;
        Ok(fresh)
    })?;
    seen(app, made).map(|line| line.person)
}

fn refuse_duplicate(reader: &store::Reader<'_>, person: &Person, in_spite: bool) -> Result<(), AppError> {
    let same_number =
        store::tables::person_by_identity(reader, person.identity.value())?.into_iter().find(|other| other.identity == person.identity);
    if let Some(existing) = same_number {
        return Err(AppError::at(Code::DuplicatePerson, "identity").with(json!({ "person": existing.id, "same_number": true })));
    }
    let namesake = store::tables::likely_duplicates(reader, person)?.into_iter().next();
    match namesake {
        Some(existing) if !in_spite => {
            Err(AppError::at(Code::DuplicatePerson, "last_name").with(json!({ "person": existing.id, "same_number": false })))
        }
        _ => Ok(()),
    }
}

fn set(app: &mut App, call: &Call, request: PersonSet) -> Result<PersonReply, AppError> {
    let PersonSet { person, fields, seen } = request;
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    let merge = format!("person:{person}:{}", names.join(","));
    let by = app.session()?.user.name.clone();
    app.write(call, Chain::Person(person), store::Kind::Draft { merge: Some(merge) }, |writer| {
        let stored: Person = store::table::one(writer, person.0)?.ok_or(AppError::new(Code::NotFound))?;
        let hidden = if protected::hides_person(writer, &stored)? { protection::PERSON_FIELDS } else { &[] };
        protected::refuse_unopened(&stored, hidden, &fields, &seen)?;
        let changed = super::drafts::overlay_fields(&stored, FIELDS, &fields, &seen)?;
        protected::refuse_revealed_person(writer, &stored, &changed, &by, call.today)?;
        Ok(store::table::update(writer, &changed)?)
    })?;
    let PersonLine { person, hidden, .. } = self::seen(app, person)?;
    Ok(PersonReply { saved_at: call.now, person, hidden })
}

fn show(app: &mut App, _: &Call, request: PersonShow) -> Result<PersonLine, AppError> {
    seen(app, request.person)
}

/// A person with the person's cases, without what is protected.
fn seen(app: &App, person: PersonId) -> Result<PersonLine, AppError> {
    let cases = app.case_lines()?.into_iter().filter(|line| line.person == person).collect();
    app.read(|reader| {
        let person: Person = store::table::one(reader, person.0)?.ok_or(AppError::new(Code::NotFound))?;
        PersonLine::seen(reader, person, cases)
    })
}
