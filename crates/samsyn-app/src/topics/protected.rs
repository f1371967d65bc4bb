//! Protected data opened for one look: by a named handler, with a reason, and entered in the case each time.

use crate::{
    App, AppError, Code,
    act::{Call, needed},
    clock::day_of,
    describe::commands,
    view::PersonLine,
};
use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{
    acts::ProtectedOpening,
    case::Case,
    codes::MeetApart,
    drafts::{DraftKind, Meeting, Party},
    ids::{CaseId, PartyId, RecordId},
    person::Person,
    protection,
    text::is_blank,
};
use samsyn_store::{self as store, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

commands! {
    "protected.open" Act [NotFound, NoSuchParty, EmptyField, NotOnEveryCase] open: ProtectedOpen => OpenedData;
}

/// Opens the protected contact data of the person or of a party. It is entered in the case who did it, when and why; a person
/// without a case has nowhere to enter it, and so cannot be opened. What is the person's stands in every case of the person, and
/// so opens to whoever is named on all that came before this one.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProtectedOpen {
    /// The case.
    case: CaseId,
    /// The party; nothing where it is the person.
    #[serde(default)]
    party: Option<PartyId>,
    /// Why.
    reason: String,
}

/// What was opened, for this one look: nothing keeps it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct OpenedData {
    /// When it was opened.
    opened_at: DateTime<Utc>,
    /// What the hidden fields hold, by field.
    fields: BTreeMap<String, String>,
}

fn open(app: &mut App, call: &Call, request: ProtectedOpen) -> Result<OpenedData, AppError> {
    let ProtectedOpen { case, party, reason } = request;
    app.enter(call, case, |acting| {
        if party.is_some_and(|party| acting.case.party(party).is_none()) {
            return Err(AppError::at(Code::NoSuchParty, "party"));
        }
        if party.is_none() {
            acting.refuse_newcomer()?;
        }
        acting.insert(&ProtectedOpening {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            party,
            reason: needed("reason", &reason)?,
        })
    })?;
    let opened = app.case(case)?;
    let fields = match party {
        Some(party) => texts_of(opened.party(party).ok_or_else(|| AppError::at(Code::NoSuchParty, "party"))?, protection::PARTY_FIELDS),
        None => texts_of(&opened.person, protection::PERSON_FIELDS),
    };
    Ok(OpenedData { opened_at: call.now, fields })
}

/// What some text fields of a record hold.
fn texts_of<T: Serialize>(record: &T, fields: &[&str]) -> BTreeMap<String, String> {
    let record = serde_json::to_value(record).unwrap_or_default();
    let text = |field: &&str| Some(((*field).to_owned(), record.get(*field)?.as_str()?.to_owned()));
    fields.iter().filter_map(text).collect()
}

/// A hidden field is written only by whoever has it open, and so has seen what it holds: the blank that stands in its place
/// never overwrites it, and a refusal does not tell what it was.
pub(crate) fn refuse_unopened<T: Serialize>(
    stored: &T,
    hidden: &[&str],
    fields: &Map<String, Value>,
    seen: &Map<String, Value>,
) -> Result<(), AppError> {
    for (field, now) in texts_of(stored, hidden) {
        let known = now.is_empty() || seen.get(&field).and_then(Value::as_str) == Some(now.as_str());
        if fields.contains_key(&field) && !known {
            return Err(AppError::at(Code::ProtectedUnopened, &field));
        }
    }
    Ok(())
}

/// What protection hides comes to light by no change, such as protection set to none, unless whoever makes it has opened it
/// the same day: then the case has it that they saw it, and why.
pub(crate) fn refuse_revealed(before: &Case, after: &Case, by: &str, today: NaiveDate) -> Result<(), AppError> {
    let person = before.person_is_protected() && !after.person_is_protected() && holds(&after.person, protection::PERSON_FIELDS);
    let hidden = |party: PartyId| before.party(party).is_some_and(Party::is_protected);
    let bare = |party: &&Party| hidden(party.id) && !party.is_protected() && holds(*party, protection::PARTY_FIELDS);
    let parties = after.parties.iter().filter(bare).map(|party| party.id);
    let roles = before.roles.iter().filter_map(|role| {
        let stays = after.roles.iter().find(|same| same.id == role.id)?;
        let bare = stays.party.and_then(|party| after.party(party)).is_none_or(|party| !party.is_protected());
        role.party.filter(|party| hidden(*party) && bare && !is_blank(&stays.phone))
    });
    let mut revealed = person.then_some(None).into_iter().chain(parties.chain(roles).map(Some));
    let opened = |of: Option<PartyId>| before.protected_openings.iter().any(|opening| opening.party == of && is_of(opening, by, today));
    if revealed.all(opened) { Ok(()) } else { Err(AppError::at(Code::ProtectedUnopened, "protection")) }
}

/// The same for what is known of a person beside the cases.
pub(crate) fn refuse_revealed_person(
    reader: &Reader<'_>,
    stored: &Person,
    changed: &Person,
    by: &str,
    today: NaiveDate,
) -> Result<(), AppError> {
    if !hides_person(reader, stored)? || hides_person(reader, changed)? || !holds(changed, protection::PERSON_FIELDS) {
        return Ok(());
    }
    for case in store::tables::cases_of(reader, stored.id)? {
        let openings: Vec<ProtectedOpening> = store::table::all(reader, case.id.0)?;
        if openings.iter().any(|opening| opening.party.is_none() && is_of(opening, by, today)) {
            return Ok(());
        }
    }
    Err(AppError::at(Code::ProtectedUnopened, "protection"))
}

/// Whether an opening was made by somebody on a day.
fn is_of(opening: &ProtectedOpening, by: &str, day: NaiveDate) -> bool {
    opening.by == by && day_of(opening.at) == day
}

/// Whether anything stands in some text fields of a record.
fn holds<T: Serialize>(record: &T, fields: &[&str]) -> bool {
    texts_of(record, fields).values().any(|text| !is_blank(text))
}

/// The fields of a draft record that are hidden.
pub(crate) fn hidden_fields(case: &Case, kind: DraftKind, id: Uuid) -> &'static [&'static str] {
    let protected = |party: Option<PartyId>| party.and_then(|party| case.party(party)).is_some_and(Party::is_protected);
    match kind {
        DraftKind::Party if protected(Some(PartyId(id))) => protection::PARTY_FIELDS,
        DraftKind::Role if case.roles.iter().any(|role| role.id.0 == id && protected(role.party)) => &["phone"],
        _ => &[],
    }
}

/// Whether the history hides what a field was and became: contact data of whoever is protected, and of parties that have
/// been removed, since nobody knows of those any more.
pub(crate) fn hides_change(case: &Case, table: &str, record: &str, field: &str) -> bool {
    let is = |id: Uuid| id.to_string() == record;
    match table {
        "party" => protection::PARTY_FIELDS.contains(&field) && !case.parties.iter().any(|party| is(party.id.0) && !party.is_protected()),
        "role" => {
            let open = case.roles.iter().any(|role| is(role.id.0) && hidden_fields(case, DraftKind::Role, role.id.0).is_empty());
            field == "phone" && case.has_protected_data() && !open
        }
        // It may have been frozen before anybody was protected; what may be seen of it, the view shows.
        "version" => field == "content",
        _ => false,
    }
}

/// Nobody close, and nobody protected, is invited before it has been asked how they can meet; and whoever takes part by video
/// needs a link.
pub(crate) fn may_be_invited(case: &Case, meeting: &Meeting, party: Option<PartyId>, today: NaiveDate) -> Result<(), AppError> {
    let Some(party) = party.and_then(|party| case.party(party)) else { return Ok(()) };
    if (party.is_protected() || protection::is_close(party)) && protection::asks_apart(case, meeting, today) {
        return Err(AppError::at(Code::MeetingApartUnasked, "apart"));
    }
    if party.is_protected() && meeting.apart == Some(MeetApart::Video) && is_blank(&meeting.link) {
        return Err(AppError::at(Code::EmptyField, "link"));
    }
    Ok(())
}

/// Whether a person's contact data are hidden: by own protection, or by that of a guardian with whom the person lives.
pub(crate) fn hides_person(reader: &Reader<'_>, person: &Person) -> Result<bool, AppError> {
    Ok(person.is_protected() || store::tables::home_is_protected(reader, person.id, None)?)
}

impl PersonLine {
    /// A person in a list, as anybody may see it.
    pub(crate) fn seen(reader: &Reader<'_>, person: Person, cases: Vec<crate::view::CaseLine>) -> Result<Self, AppError> {
        Ok(if hides_person(reader, &person)? { Self::veiled(person, cases) } else { Self { person, hidden: false, cases } })
    }

    /// A person in a list, without the contact data.
    pub(crate) fn veiled(person: Person, cases: Vec<crate::view::CaseLine>) -> Self {
        Self { person: protection::veiled_person(person), hidden: true, cases }
    }
}
