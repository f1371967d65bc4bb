//! Notices at discharge (lag 2017:612, 2–3 kap.): sent by duty, without consent, and through the gate like everything else.

use super::documents::{DocumentName, Sheet, paper};
use crate::{
    App, AppError, Code,
    act::{Call, date, needed, optional_date, words},
    app::{Acting, Leaving, sha256},
    describe::commands,
    view::CaseReply,
    words::texts,
};
use chrono::NaiveDate;
use samsyn_plan::{
    acts::{Disclosure, Ground, Notice},
    case::Case,
    codes::*,
    dates::parse_time,
    gate::{self, Purpose, Recipient},
    ids::{CaseId, GroundId, PartyId, RecordId},
    law::{LawSubject, in_force},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "notice.record" Act [NotADischarge, EmptyField, DateUnreadable, TimeUnreadable, NoSuchParty, NotAPrincipal] record: NoticeRecord => CaseReply;
}

/// A notice at discharge was sent. Each recipient gets a ground for that day and an entry in the utlämnandelogg.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoticeRecord {
    /// The case.
    case: CaseId,
    /// Which notice.
    kind: NoticeKind,
    /// The day: a date as typed.
    on: String,
    /// The clock time as typed.
    clock: String,
    /// The unit that sent it.
    sender: String,
    /// To whom.
    parties: Vec<PartyId>,
    /// When the person is thought to be discharged: a date as typed.
    #[serde(default)]
    expected_on: String,
    /// What else the notice says.
    #[serde(default)]
    note: String,
    /// How it was sent.
    delivery: Delivery,
}

fn record(app: &mut App, call: &Call, request: NoticeRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if acting.case.plan_type != PlanType::SipDischarge {
            return Err(AppError::at(Code::NotADischarge, "kind"));
        }
        if request.parties.is_empty() {
            return Err(AppError::at(Code::EmptyField, "parties"));
        }
        let clock = needed("clock", &request.clock)?;
        let time = parse_time(&clock).ok_or_else(|| AppError::at(Code::TimeUnreadable, "clock"))?;
        let mut parties = Vec::new();
        for party in request.parties {
            let to = acting.case.party(party).ok_or_else(|| AppError::at(Code::NoSuchParty, "parties"))?;
            if to.principal().is_none() {
                return Err(AppError::at(Code::NotAPrincipal, "parties"));
            }
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        let notice = Notice {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            kind: request.kind,
            on: date("on", &request.on)?,
            clock: time.format("%H:%M").to_string(),
            sender: needed("sender", &request.sender)?,
            parties,
            expected_on: optional_date("expected_on", &request.expected_on)?,
            note: words(&request.note),
        };
        acting.insert(&notice)?;
        send(acting, &notice, request.delivery)
    })
}

/// The gate is the one door: the duty to inform opens it for each recipient, on that day, for this notice alone.
fn send(acting: &Acting<'_>, notice: &Notice, delivery: Delivery) -> Result<(), AppError> {
    let mut case = acting.case.clone();
    case.notices.push(notice.clone());
    case.grounds.extend(notice.parties.iter().map(|party| duty_to_inform(acting, notice, *party)));
    for ground in case.grounds.iter().skip(acting.case.grounds.len()) {
        acting.insert(ground)?;
    }
    notice.parties.iter().try_for_each(|party| acting.insert(&disclosed(acting, &case, notice, *party, delivery)?))
}

fn duty_to_inform(acting: &Acting<'_>, notice: &Notice, party: PartyId) -> Ground {
    let law = cited(acting, notice.on);
    Ground {
        id: GroundId(acting.new_id()),
        at: acting.now,
        by: acting.user_name(),
        party,
        basis: Basis::DutyToInform,
        answer: Answer::Yes,
        direction: Direction::WeTell,
        scope: Scope::Stated,
        kinds: Vec::new(),
        except: Vec::new(),
        attends: false,
        statement: texts().get(&notice.kind.text_key()),
        purpose: String::new(),
        valid_from: notice.on,
        valid_to: Some(notice.on),
        manner: Manner::Written,
        on: notice.on,
        taken_by: acting.user_name(),
        told_of_withdrawal: false,
        reason: texts().with("notice-reason", &[("law", &law)]),
        meeting: None,
        given_by: None,
        interpreter: String::new(),
    }
}

/// The paragraphs on notices that were in force on a day.
fn cited(acting: &Acting<'_>, day: NaiveDate) -> String {
    let law = in_force(acting.law, day).into_iter().filter(|law| law.subject == LawSubject::DischargeNotice);
    law.map(|law| law.citation).collect::<Vec<_>>().join(", ")
}

fn disclosed(acting: &Acting<'_>, case: &Case, notice: &Notice, party: PartyId, delivery: Delivery) -> Result<Disclosure, AppError> {
    // The ground holds on the notice's own day, also where the notice is entered later on.
    let sheet = Sheet { case, today: notice.on, ..acting.sheet() };
    let recipient = Recipient::Party(party);
    let permit = gate::permit(case, recipient, Purpose::Notify, notice.on)?;
    let document = paper(&sheet, DocumentName::Notice { notice: notice.id }, recipient)?;
    let bytes = samsyn_print::pdf(&document).map_err(|_| AppError::new(Code::Internal))?;
    let leaving = Leaving { kind: DisclosureKind::Notice, delivery, version: None, meeting: None, sha256: sha256(&bytes), name: None };
    Ok(Disclosure {
        // A notice says what it says, and nothing of the plan.
        kinds: Vec::new(),
        left_out: true,
        grounds: permit.grounds().iter().copied().filter(|ground| by_duty(case, *ground)).collect(),
        ..acting.disclosure(&permit, leaving)
    })
}

fn by_duty(case: &Case, ground: GroundId) -> bool {
    case.grounds.iter().any(|entry| entry.id == ground && entry.basis == Basis::DutyToInform)
}
