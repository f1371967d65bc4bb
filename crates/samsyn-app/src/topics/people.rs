//! People: search before create, likely duplicates warned of, and what is known of somebody changed.

use super::protected;
use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    app::Hidden,
    describe::commands,
    view::{PersonLine, PersonReply},
};
use samsyn_plan::{
    codes::Protection,
    first_contact::FirstContact,
    identity::IdentityNumber,
    ids::{CaseId, PersonId},
    names::FoundBy,
    person::Person,
    protection,
};
use samsyn_store::{self as store, Chain};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

commands! {
    "person.search" Read [] search: PersonSearch => Vec<PersonHit>;
    "person.create" Act [IdentityEmpty, IdentityLength, IdentityDate, IdentityCheckDigit, EmptyField, DuplicatePerson, PersonHidden] enter: PersonCreate => Person;
    "person.set" Draft [NotFound, InvalidValue, ChangedMeanwhile, ProtectedUnopened, PersonHidden, NotOnEveryCase] set: PersonSet => PersonReply;
    "person.show" Read [NotFound, PersonHidden] show: PersonShow => PersonLine;
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

impl PersonCreate {
    /// The person of a first contact, with what the contact tells.
    pub(super) fn of_contact(contact: &FirstContact, in_spite_of_duplicate: bool) -> Self {
        let (address, email, municipality, language, needs, born_on) = Default::default();
        Self {
            identity: contact.identity.clone(),
            reserve: false,
            first_name: contact.first_name.clone(),
            last_name: contact.last_name.clone(),
            address,
            phone: contact.phone.clone(),
            email,
            municipality,
            language,
            needs,
            protection: contact.protection,
            born_on,
            in_spite_of_duplicate,
        }
    }
}

const FIELDS: &[&str] =
    &["first_name", "last_name", "address", "phone", "email", "municipality", "language", "needs", "protection", "born_on"];

fn search(app: &mut App, call: &Call, request: PersonSearch) -> Result<Vec<PersonHit>, AppError> {
    let typed = words(&request.text);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    // Whoever the user has no need to know of is found by the whole number alone.
    let hidden = app.hidden_people()?;
    let whole = IdentityNumber::parse(&typed, false, call.today).ok();
    // A number of a case that the user may not know of finds nobody: it would tell whose the case is.
    let known: HashSet<CaseId> = app.known_cases()?;
    let may_see = |person: &Person, case: Option<CaseId>| {
        (!hidden.contains_key(&person.id) || whole.as_ref() == Some(&person.identity)) && case.is_none_or(|case| known.contains(&case))
    };
    let page = (usize::try_from(request.after).unwrap_or(usize::MAX), PAGE);
    app.read(|reader| {
        let found = store::tables::search_persons(reader, &typed, page, &may_see)?;
        let hits = found.into_iter().map(|store::tables::PersonHit { person, by }| {
            let cases = app.case_lines_of(person.id)?;
            let named_only = hidden.get(&person.id) == Some(&Hidden::NamedOnly);
            let line = if named_only { PersonLine::veiled(person, cases) } else { PersonLine::seen(reader, person, cases)? };
            Ok(PersonHit { by, line })
        });
        hits.collect()
    })
}

pub(super) fn enter(app: &mut App, call: &Call, request: PersonCreate) -> Result<Person, AppError> {
    let identity = IdentityNumber::parse(&request.identity, request.reserve, call.today)?;
    let fresh = PersonId(app.begun_by(call)?);
    let hidden = app.hidden_people()?;
    refuse_hidden_number(app, &hidden, &identity, fresh)?;
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
        refuse_duplicate(writer, &person, &hidden, request.in_spite_of_duplicate)?;
        store::table::insert(writer, &person)?;
        Ok(fresh)
    })?;
    seen(app, made).map(|line| line.person)
}

/// Somebody of whom only those who are named may know is not entered twice, and not told of either: the refusal says whom to ask.
fn refuse_hidden_number(app: &App, hidden: &HashMap<PersonId, Hidden>, identity: &IdentityNumber, fresh: PersonId) -> Result<(), AppError> {
    let same = app.read(|reader| Ok(store::tables::person_by_identity(reader, identity.value())?))?;
    let existing = same.iter().find(|other| other.identity == *identity && other.id != fresh && hidden.contains_key(&other.id));
    let refused = existing.map_or(Ok(()), |existing| app.refuse_named_only(existing.id));
    refused.map_err(|refusal| AppError { field: Some("identity".to_owned()), ..refusal })
}

/// The number is never entered twice. A likely duplicate by name is told of where the user may know of that person.
fn refuse_duplicate(
    reader: &store::Reader<'_>,
    person: &Person,
    hidden: &HashMap<PersonId, Hidden>,
    in_spite: bool,
) -> Result<(), AppError> {
    let same_number =
        store::tables::person_by_identity(reader, person.identity.value())?.into_iter().find(|other| other.identity == person.identity);
    if let Some(existing) = same_number {
        return Err(AppError::at(Code::DuplicatePerson, "identity").with(json!({ "person": existing.id, "same_number": true })));
    }
    let namesake = store::tables::likely_duplicates(reader, person)?.into_iter().find(|other| !hidden.contains_key(&other.id));
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
    app.refuse_hidden(person)?;
    if fields.contains_key("protection") {
        app.refuse_lifting(person)?;
    }
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
    app.refuse_named_only(request.person)?;
    seen(app, request.person)
}

/// A person with the person's cases, without what is protected.
fn seen(app: &App, person: PersonId) -> Result<PersonLine, AppError> {
    let cases = app.case_lines_of(person)?;
    app.read(|reader| {
        let person: Person = store::table::one(reader, person.0)?.ok_or(AppError::new(Code::NotFound))?;
        PersonLine::seen(reader, person, cases)
    })
}
