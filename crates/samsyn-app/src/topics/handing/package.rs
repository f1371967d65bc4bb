//! A whole case to a colleague's store in the same organisation, by one encrypted file.

use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    app::{Leaving, sha256},
    topics::store::strong,
    view::CaseReply,
};
use samsyn_exchange::package::{self, PackageError};
use samsyn_plan::{
    acts::{CasePassing, ProtectedOpening},
    codes::{AccessWay, Delivery, DisclosureKind, PassingWay},
    drafts::Party,
    gate::{self, Purpose, Recipient},
    ids::{CaseId, RecordId},
};
use samsyn_store::{self as store, Act, Chain, ChainState, Kind, Newer, PackageRefused};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Hands the whole case over to a colleague in the same organisation, as an encrypted file. Afterwards it is read here and not
/// written, until it is taken back.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CasePackage {
    /// The case.
    case: CaseId,
    /// The colleague: name and title.
    to: String,
    /// The colleague's unit.
    #[serde(default)]
    unit: String,
    /// The file's own passphrase, to be told in another way than the file goes.
    passphrase: String,
    /// Why protected data go along; needed where there are any.
    #[serde(default)]
    reason: String,
}

/// Takes back a case that never came over.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseTakeBack {
    /// The case.
    case: CaseId,
    /// Why.
    reason: String,
}

/// Takes over a case from a colleague's file, or back one that the colleague has gone on with. All of it is written, or nothing.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseReceive {
    /// The file's bytes, in hexadecimal; at most 300 MB.
    bytes: String,
    /// The file's passphrase.
    passphrase: String,
}

/// A case that was taken over.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CaseReceived {
    /// The case.
    case: CaseId,
    /// Its number.
    number: String,
    /// Who handed it over.
    from: String,
    /// Whether the person was here already: what was known here stays, and should be compared.
    person_known: bool,
    /// Whether another case here has the same number.
    number_taken: bool,
}

/// What the file holds.
#[derive(Serialize, Deserialize)]
struct Parcel {
    /// The personuppgiftsansvarig; a file of another one is no hand-over.
    controller: String,
    from: String,
    unit: String,
    /// Whether the case is of made-up people.
    practice: bool,
    case: store::log::CasePackage,
}

const LARGEST_FILE: usize = 300 * 1024 * 1024;

pub(super) fn package(app: &mut App, call: &Call, request: CasePackage) -> Result<Vec<u8>, AppError> {
    let CasePackage { case, to, unit, passphrase, reason } = request;
    let to = needed("to", &to)?;
    let passphrase = strong(&passphrase)?;
    let present = app.case(case)?;
    // The person whom a case was moved away from stands in its entry, and would travel with it.
    if !present.moves.is_empty() {
        return Err(AppError::new(Code::MovedCase));
    }
    let protected = present.has_protected_data();
    let reason = if protected { needed("reason", &reason)? } else { words(&reason) };
    let session = app.session_mut()?;
    if session.store.check_chain(Chain::Case(case))? == ChainState::Altered {
        return Err(AppError::new(Code::StoreDamaged));
    }
    session.store.seal(call.now)?;
    // The file holds the record of its own sending, so that the case can come back and go on from it; what tells what was
    // sent is therefore the log's newest hash, which fixes everything before that record.
    let contents = session.store.newest_hash(case)?;
    app.enter(call, case, |acting| {
        // The file holds what is protected, and opens to whoever has its passphrase.
        if acting.case.person_is_protected() {
            acting.refuse_newcomer()?;
        }
        let permit = gate::permit(&acting.case, Recipient::OwnFile, Purpose::Read, acting.today)?;
        let recipient = [to.clone(), words(&unit)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let leaving = Leaving {
            kind: DisclosureKind::Package,
            delivery: Delivery::SavedFile,
            version: None,
            meeting: None,
            sha256: contents.clone(),
            name: Some(recipient),
        };
        acting.disclose(&permit, leaving)?;
        let person = acting.case.person_is_protected().then_some(None);
        let parties = acting.case.parties.iter().filter(|party| Party::is_protected(party)).map(|party| Some(party.id));
        for party in person.into_iter().chain(parties) {
            let id = RecordId(acting.new_id());
            acting.insert(&ProtectedOpening { id, at: acting.now, by: acting.user_name(), party, reason: reason.clone() })?;
        }
        acting.insert(&CasePassing {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            way: PassingWay::Sent,
            who: to.clone(),
            unit: words(&unit),
            on: acting.today,
            reason: String::new(),
        })
    })?;
    let session = app.session_mut()?;
    session.store.seal(call.now)?;
    let (packed, files) = session.store.pack_case(case)?;
    let parcel = Parcel {
        controller: session.organisation.controller.clone(),
        from: session.user.name.clone(),
        unit: session.organisation.unit.clone(),
        practice: session.practice,
        case: packed,
    };
    Ok(package::seal(&parcel, &files, passphrase.normalised())?)
}

pub(super) fn take_back(app: &mut App, call: &Call, request: CaseTakeBack) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let Some(sent) = acting.case.passings.last().filter(|passing| passing.way == PassingWay::Sent) else {
            return Err(AppError::new(Code::NotHandedOver));
        };
        acting.insert(&CasePassing {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            way: PassingWay::TakenBack,
            who: sent.who.clone(),
            unit: sent.unit.clone(),
            on: acting.today,
            reason: needed("reason", &request.reason)?,
        })
    })
}

pub(super) fn receive(app: &mut App, call: &Call, request: CaseReceive) -> Result<CaseReceived, AppError> {
    if request.bytes.len() > 2 * LARGEST_FILE {
        return Err(AppError::at(Code::InvalidValue, "bytes"));
    }
    let bytes = hex::decode(&request.bytes).map_err(|_| AppError::at(Code::InvalidValue, "bytes"))?;
    let passphrase = store::Passphrase::new(&request.passphrase);
    let (parcel, files): (Parcel, _) = package::open(&bytes, passphrase.normalised())?;
    let session = app.session()?;
    session.refuse_other_kind(parcel.practice)?;
    if !same_words(&parcel.controller, &session.organisation.controller) {
        return Err(AppError::at(Code::OtherController, "bytes"));
    }
    let passing = CasePassing {
        id: RecordId(app.new_id(call.now)),
        at: call.now,
        by: session.user.name.clone(),
        way: PassingWay::Received,
        who: parcel.from.clone(),
        unit: parcel.unit.clone(),
        on: call.today,
        reason: String::new(),
    };
    let App { state, ids, .. } = app;
    let crate::app::State::Open(session) = state else { return Err(state.refusal()) };
    let chain = Chain::Case(parcel.case.case);
    let act = Act {
        command_id: call.id,
        chain,
        command: call.command,
        // The request may be large and holds a secret; which case it was is told by the chain.
        arguments: json!({ "file": sha256(&bytes) }),
        actor: session.user.id,
        at: call.now,
        kind: Kind::Act,
    };
    let received = session.store.receive_case(
        &act,
        &parcel.case,
        &files,
        || ids.next(call.now),
        |writer, received| {
            store::table::insert(writer, &passing)?;
            let case = store::tables::load_case(writer, parcel.case.case)?.ok_or(AppError::new(Code::PackageDamaged))?;
            Ok::<_, AppError>(CaseReceived {
                case: case.id,
                number: case.number,
                from: parcel.from.clone(),
                person_known: received.known.contains(&case.person.id),
                number_taken: received.number_taken,
            })
        },
    )?;
    app.begin_access(call, received.case, AccessWay::Received)?;
    Ok(received)
}

/// Whether two names are the same but for capitals and spaces.
fn same_words(one: &str, other: &str) -> bool {
    let plain = |name: &str| words(name).to_lowercase();
    plain(one) == plain(other)
}

impl From<PackageError> for AppError {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::WrongPassphrase => Self::at(Code::WrongPassphrase, "passphrase"),
            PackageError::Damaged => Self::at(Code::PackageDamaged, "bytes"),
            PackageError::Newer => Self::at(Code::PackageNewer, "bytes"),
            PackageError::NotEncrypted => Self::new(Code::Internal),
        }
    }
}

/// What a file's refusal is called on the wire.
pub(crate) fn refused(refusal: PackageRefused) -> AppError {
    let here = |newer: &str| AppError::at(Code::CaseIsHere, "bytes").with(json!({ "newer": newer }));
    match refusal {
        PackageRefused::Damaged => AppError::at(Code::PackageDamaged, "bytes"),
        PackageRefused::NewerSchema => AppError::at(Code::PackageNewer, "bytes"),
        PackageRefused::Erased => AppError::at(Code::CaseWasDestroyed, "bytes"),
        PackageRefused::Here(Newer::Neither) => here("neither"),
        PackageRefused::Here(Newer::Here) => here("here"),
        PackageRefused::Forked => AppError::at(Code::CaseForked, "bytes"),
        PackageRefused::NotHurt => AppError::new(Code::CaseNotHurt),
    }
}
