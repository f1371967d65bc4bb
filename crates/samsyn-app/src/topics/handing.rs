//! Handing over: a responsibility, a whole case to a colleague, a case to the right person, and a case to its destruction.

pub(crate) mod destruction;
mod package;

use crate::{
    App, AppError, Code,
    act::{Call, date, needed, words},
    describe::{byte_commands, commands},
    view::CaseReply,
};
use destruction::{CaseDestroy, Destroyed};
pub(crate) use package::refused;
use package::{CasePackage, CaseReceive, CaseReceived, CaseTakeBack};
use samsyn_plan::{
    acts::{CaseMoved, HandOver, HandOverReceipt},
    ids::{CaseId, PersonId, RecordId},
    person::Person,
};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "hand_over.record" Act [EmptyField, DateUnreadable, HandedOver] record: HandOverRecord => CaseReply;
    "hand_over.confirm" Act [NotFound, EmptyField, DateUnreadable, AlreadyConfirmed, ConfirmedByGiver, HandedOver] confirm: HandOverConfirm => CaseReply;
    "case.take_back" Act [EmptyField, NotHandedOver] package::take_back: CaseTakeBack => CaseReply;
    "case.receive" Act [InvalidValue, WrongPassphrase, PackageDamaged, PackageNewer, PracticeFile, RealFile, OtherController, CaseIsHere, CaseForked, CaseWasDestroyed] package::receive: CaseReceive => CaseReceived;
    "case.move" Act [NotFound, EmptyField, SamePerson, HandedOver] move_case: CaseMove => CaseReply;
    "case.destroy" Act [NotFound, EmptyField, DateUnreadable, NumberDiffers] destruction::destroy: CaseDestroy => Destroyed;
}

byte_commands! {
    "case.package" Act [EmptyField, PassphraseWeak, StoreDamaged, HandedOver, MovedCase] package::package: CasePackage;
}

/// Hands a responsibility over to somebody else.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HandOverRecord {
    /// The case.
    case: CaseId,
    /// What is handed over, in words.
    what: String,
    /// From whom: name and title.
    from: String,
    /// To whom: name and title.
    to: String,
    /// The receiver's unit.
    #[serde(default)]
    to_unit: String,
    /// From which day: a date as typed.
    on: String,
}

/// The receiver confirms a responsibility, once.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HandOverConfirm {
    /// The case.
    case: CaseId,
    /// What was handed over.
    hand_over: RecordId,
    /// Who confirms it.
    confirmed_by: String,
    /// When: a date as typed.
    on: String,
}

/// Moves a case that was entered on the wrong person to the right one. What is fixed stays as it was fixed.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseMove {
    /// The case.
    case: CaseId,
    /// The right person.
    to: PersonId,
    /// Why.
    reason: String,
}

fn record(app: &mut App, call: &Call, request: HandOverRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.insert(&HandOver {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            what: needed("what", &request.what)?,
            from: needed("from", &request.from)?,
            to: needed("to", &request.to)?,
            to_unit: words(&request.to_unit),
            on: date("on", &request.on)?,
        })
    })
}

fn confirm(app: &mut App, call: &Call, request: HandOverConfirm) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let case = &acting.case;
        let given = case.hand_overs.iter().find(|given| given.id == request.hand_over).ok_or(AppError::at(Code::NotFound, "hand_over"))?;
        if !case.unconfirmed_hand_overs().any(|waiting| waiting.id == given.id) {
            return Err(AppError::at(Code::AlreadyConfirmed, "hand_over"));
        }
        let confirmed_by = needed("confirmed_by", &request.confirmed_by)?;
        if confirmed_by.to_lowercase() == given.from.to_lowercase() {
            return Err(AppError::at(Code::ConfirmedByGiver, "confirmed_by"));
        }
        let on = date("on", &request.on)?;
        acting.insert(&HandOverReceipt {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            hand_over: given.id,
            confirmed_by,
            on,
        })
    })
}

fn move_case(app: &mut App, call: &Call, request: CaseMove) -> Result<CaseReply, AppError> {
    app.refuse_named_only(request.to)?;
    app.act(call, request.case, |acting| {
        let from = acting.case.person.id;
        if from == request.to {
            return Err(AppError::at(Code::SamePerson, "to"));
        }
        let to: Person = store::table::one(acting.reader(), request.to.0)?.ok_or(AppError::at(Code::NotFound, "to"))?;
        acting.insert(&CaseMoved {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            from,
            to: to.id,
            reason: needed("reason", &request.reason)?,
        })
    })
}
