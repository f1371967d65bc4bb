//! An adult with alcohol and depression, called by the kommun. All people are made up.

use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::acts::*;
use samsyn_plan::case::Case;
use samsyn_plan::codes::*;
use samsyn_plan::drafts::*;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::ids::*;
use samsyn_plan::law::{LawReference, LawSubject};
use samsyn_plan::person::Person;
use samsyn_plan::plan::{build, fix, follow_up_sheet};
use samsyn_plan::profile::Organisation;
use uuid::Uuid;

pub(super) const CLINIC: u128 = 0x11;
pub(super) const CARE_CENTRE: u128 = 0x12;
pub(super) const SISTER: u128 = 0x13;
pub(super) const ASSOCIATION: u128 = 0x14;
pub(super) const EMPLOYER: u128 = 0x15;
pub(super) const FIRST: u128 = 0x21;
const SECOND: u128 = 0x22;
const FOLLOW_UP: u128 = 0x23;

pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A day counted from that on which the need was seen.
pub(super) fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 11).unwrap() + chrono::Days::new(after)
}

fn typed(after: u64) -> String {
    day(after).to_string()
}

fn at(after: u64) -> DateTime<Utc> {
    day(after).and_hms_opt(13, 3, 0).unwrap().and_utc()
}

pub(super) fn organisation() -> Organisation {
    Organisation {
        controller: "Socialnämnden, Östersunds kommun".into(),
        principal: Some(Principal::Municipality),
        name: "Östersunds kommun".into(),
        unit: "Öppenvården Nexus".into(),
        phone: "063-14 30 00".into(),
        address: "Samuel Permans gata 1\n831 30 Östersund".into(),
        activity: Some(Activity::SocialServices),
    }
}

pub(super) fn law() -> Vec<LawReference> {
    let law = |subject, citation: &str| LawReference {
        subject,
        citation: citation.into(),
        from: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        to: None,
    };
    vec![
        law(LawSubject::Duty, "10 kap. 8 § socialtjänstlagen (2025:400)"),
        law(LawSubject::Duty, "16 kap. 4 § hälso- och sjukvårdslagen (2017:30)"),
        law(LawSubject::Contents, "10 kap. 9 § socialtjänstlagen (2025:400)"),
        law(LawSubject::Consent, "10 kap. 1 § och 12 kap. 2 § offentlighets- och sekretesslagen (2009:400)"),
    ]
}

fn party(number: u128, kind: PartyKind, organisation: &str, unit: &str, name: &str, title: &str) -> Party {
    Party {
        id: PartyId(id(number)),
        kind: Some(kind),
        organisation: organisation.into(),
        unit: unit.into(),
        name: name.into(),
        title: title.into(),
        ..Party::default()
    }
}

fn consent(number: u128, party: u128, scope: Scope, kinds: &[InformationKind], except: &[InformationKind], attends: bool) -> Ground {
    Ground {
        id: GroundId(id(number)),
        at: at(1),
        by: "Per Nyström".into(),
        party: PartyId(id(party)),
        basis: Basis::Consent,
        answer: Answer::Yes,
        direction: Direction::Both,
        scope,
        kinds: kinds.to_vec(),
        except: except.to_vec(),
        attends,
        statement: String::new(),
        purpose: "Samordnad individuell plan".into(),
        valid_from: day(1),
        valid_to: Some(day(182)),
        manner: Manner::Written,
        on: day(1),
        taken_by: "Per Nyström".into(),
        told_of_withdrawal: true,
        reason: String::new(),
        meeting: None,
        given_by: None,
        interpreter: String::new(),
    }
}

fn grounds() -> Vec<Ground> {
    use InformationKind::{Addiction, Medicine, MentalHealth, Work};
    let employer = Ground {
        statement: "Att Karin har stöd för återgång i arbete, och tider; inget mer.".into(),
        direction: Direction::WeTell,
        ..consent(0x35, EMPLOYER, Scope::Stated, &[], &[], false)
    };
    vec![
        consent(0x31, CLINIC, Scope::Kinds, &[Addiction, MentalHealth, Medicine, Work], &[], true),
        consent(0x32, CARE_CENTRE, Scope::Kinds, &[Addiction, MentalHealth, Medicine], &[], true),
        consent(0x33, SISTER, Scope::WholePlan, &[], &[Medicine], true),
        consent(0x34, ASSOCIATION, Scope::OwnMeasures, &[], &[], true),
        employer,
    ]
}

fn goal(number: u128, text: &str, term: Term, kind: InformationKind) -> Goal {
    Goal { id: GoalId(id(number)), text: text.into(), term: Some(term), kinds: vec![kind], ..Goal::default() }
}

struct Work(&'static str, &'static str, Principal, Option<u128>, &'static str, &'static str);

fn measure(number: u128, goal: u128, work: Work, starts: Option<u64>, due: Option<u64>, kinds: &[InformationKind]) -> Measure {
    Measure {
        id: MeasureId(id(number)),
        goal: Some(GoalId(id(goal))),
        text: work.0.into(),
        extent: work.1.into(),
        principal: Some(work.2),
        party: work.3.map(|party| PartyId(id(party))),
        unit: work.4.into(),
        person: work.5.into(),
        starts_on: starts.map(typed).unwrap_or_default(),
        due_on: due.map(typed).unwrap_or_default(),
        kinds: kinds.to_vec(),
        ..Measure::default()
    }
}

fn measures() -> Vec<Measure> {
    use InformationKind::{Addiction, Medicine, MentalHealth, Work as Job};
    let (kommun, region) = (Principal::Municipality, Principal::Region);
    vec![
        measure(
            0x51,
            0x42,
            Work("Återfallsprevention", "10 tillfällen", kommun, None, "Öppenvården Nexus", "Per Nyström"),
            Some(21),
            Some(105),
            &[Addiction],
        ),
        measure(
            0x52,
            0x42,
            Work("Läkarbedömning och eventuell läkemedelsbehandling", "", region, Some(CLINIC), "Beroendeenheten", "Maria Sundin"),
            None,
            Some(28),
            &[Addiction, Medicine],
        ),
        measure(
            0x53,
            0x41,
            Work("Uppföljning av depression", "", region, Some(CARE_CENTRE), "Hälsocentralen Lugnvik", ""),
            None,
            None,
            &[MentalHealth],
        ),
        measure(
            0x54,
            0x41,
            Work("Samtal om återgång i arbete med arbetsgivaren", "", kommun, None, "Öppenvården Nexus", "Per Nyström"),
            None,
            Some(42),
            &[Job],
        ),
    ]
}

fn parties() -> Vec<Party> {
    let region = "Region Jämtland Härjedalen";
    vec![
        party(CLINIC, PartyKind::Region, region, "Beroendeenheten", "Maria Sundin", "sjuksköterska"),
        party(CARE_CENTRE, PartyKind::Region, region, "Hälsocentralen Lugnvik", "Jonas Öhman", "läkare"),
        party(SISTER, PartyKind::Relative, "", "syster", "Anna Lövgren", ""),
        party(ASSOCIATION, PartyKind::Organisation, "RSMH Östersund", "", "Lena Falk", ""),
        party(EMPLOYER, PartyKind::Employer, "Lagret i Östersund AB", "", "", ""),
    ]
}

fn meeting(number: u128, kind: MeetingKind, after: u64) -> Meeting {
    Meeting {
        id: MeetingId(id(number)),
        kind: Some(kind),
        form: Some(MeetingForm::Room),
        held_on: typed(after),
        starts: "13.30".into(),
        ends: "14.30".into(),
        place: "Nexus, rum 2".into(),
        leader: "Per Nyström".into(),
        note_taker: "Maria Sundin".into(),
        ..Meeting::default()
    }
}

fn meetings() -> Vec<Meeting> {
    use InformationKind::{Addiction, MentalHealth};
    let first = Meeting {
        purpose: "Vem gör vad så att behandlingen hänger ihop.".into(),
        purpose_kinds: vec![Addiction, MentalHealth],
        answer_by: typed(10),
        own_words: "Jag vill slippa berätta allt på nytt, och orka jobba.".into(),
        situation: "Karin går i samtal på Nexus och träffar läkare för depression.".into(),
        situation_kinds: vec![Addiction, MentalHealth],
        ..meeting(FIRST, MeetingKind::First, 14)
    };
    vec![first, meeting(SECOND, MeetingKind::FollowUp, 56), meeting(FOLLOW_UP, MeetingKind::FollowUp, 140)]
}

fn questions() -> Vec<Question> {
    let question =
        |number, text: &str, kind| Question { id: RecordId(id(number)), text: text.into(), kinds: vec![kind], ..Question::default() };
    vec![
        question(0x61, "Vem ansvarar för återfallsprevention?", InformationKind::Addiction),
        question(0x62, "Vem följer upp läkemedlen?", InformationKind::Medicine),
        question(0x63, "Vad gör Karin en dålig kväll?", InformationKind::Addiction),
    ]
}

fn presence(number: u128, party: Option<u128>, name: &str, mark: Presence) -> PresenceMark {
    PresenceMark {
        id: RecordId(id(number)),
        at: at(14),
        by: "Per Nyström".into(),
        meeting: MeetingId(id(FIRST)),
        party: party.map(|party| PartyId(id(party))),
        name: name.into(),
        mark,
        when: at(14),
    }
}

/// The case as it stands on the day after the meeting, before anything is fixed.
fn drafted() -> Case {
    use InformationKind::{Addiction, Family, Medicine, MentalHealth, Practical};
    let today = day(15);
    let person = Person {
        id: PersonId(id(2)),
        identity: IdentityNumber::parse("19830417-2383", false, today).unwrap(),
        first_name: "Karin".into(),
        last_name: "Lövgren-Åhs".into(),
        address: "Storgatan 5\n831 31 Östersund".into(),
        phone: String::new(),
        email: String::new(),
        municipality: "Östersund".into(),
        language: "svenska".into(),
        needs: String::new(),
        protection: None,
        born_on: String::new(),
    };
    Case {
        preparation: Preparation {
            important: "Att slippa berätta allt på nytt, och att orka jobba.".into(),
            works: "Kontakten med systern.".into(),
            hard: "Kvällarna.".into(),
            who: "Systern Anna Lövgren.".into(),
            not_raised: "Tidigare relation.".into(),
            way: "Sitta nära dörren, högst en timme.".into(),
            ..Preparation::default()
        },
        plan_frame: PlanFrame {
            overall: Some(Principal::Municipality),
            coordinator: "Per Nyström".into(),
            coordinator_unit: "Öppenvården Nexus".into(),
            coordinator_phone: "063-14 30 00".into(),
            ..PlanFrame::default()
        },
        parties: parties(),
        meetings: meetings(),
        questions: questions(),
        goals: vec![
            goal(0x41, "Jag jobbar mina timmar och mår bra.", Term::Long, MentalHealth),
            goal(0x42, "Inte dricka på vardagar.", Term::Short, Addiction),
            goal(0x43, "Ha någon att ringa på kvällen.", Term::Short, Family),
        ],
        measures: measures(),
        other_measures: vec![OtherMeasure {
            text: "Kamratstöd".into(),
            party: Some(PartyId(id(ASSOCIATION))),
            done_by: "Lena Falk, RSMH".into(),
            time: "onsdagar".into(),
            kinds: vec![MentalHealth],
            goal: Some(GoalId(id(0x43))),
            ..OtherMeasure::default()
        }],
        own_actions: vec![
            OwnAction { text: "Ringer Anna före kl. 20 en dålig kväll.".into(), kinds: vec![Family], ..OwnAction::default() },
            OwnAction {
                text: "Svarar när Karin ringer.".into(),
                party: Some(PartyId(id(SISTER))),
                kinds: vec![Family],
                ..OwnAction::default()
            },
        ],
        open_questions: vec![OpenQuestion {
            text: "Karin vill ha en och samma läkare.".into(),
            owner: "Maria Sundin".into(),
            party: Some(PartyId(id(CLINIC))),
            answer_by: typed(28),
            kinds: vec![Medicine],
            ..OpenQuestion::default()
        }],
        crises: vec![
            Crisis { text: "Om det blir akut".into(), contact: "112".into(), kinds: vec![Practical], ..Crisis::default() },
            Crisis { text: "För råd".into(), contact: "1177".into(), kinds: vec![Practical], ..Crisis::default() },
        ],
        sip_yeses: vec![SipYes {
            id: RecordId(id(0x71)),
            at: at(0),
            by: "Per Nyström".into(),
            answer: Answer::Yes,
            on: day(0),
            manner: Manner::Oral,
            taken_by: "Per Nyström".into(),
            words: "Jag vet inte vem jag ska ringa.".into(),
            given_by: None,
            interpreter: String::new(),
        }],
        grounds: grounds(),
        presences: vec![
            presence(0x81, None, "Karin Lövgren-Åhs", Presence::Came),
            presence(0x82, Some(SISTER), "Anna Lövgren", Presence::Came),
            presence(0x83, Some(CLINIC), "Maria Sundin", Presence::Came),
            presence(0x84, Some(CARE_CENTRE), "Eva Ström", Presence::AbsentSilent),
        ],
        read_backs: vec![ReadBackAnswer {
            id: RecordId(id(0x91)),
            at: at(14),
            by: "Per Nyström".into(),
            meeting: MeetingId(id(FIRST)),
            answer: ReadBack::Yes,
            words: String::new(),
        }],
        ..Case::new(CaseId(id(1)), "SIP-2027-0001".into(), PlanType::Sip, at(0), person)
    }
}

fn fix_version(case: &mut Case, number: u32, after: u64, change: &str) {
    let fixed = fix(case, &organisation(), &law(), day(after)).expect("a plan that can be fixed");
    case.versions.push(Version {
        id: VersionId(id(0xa0 + u128::from(number))),
        at: at(after),
        by: "Per Nyström".into(),
        number,
        meeting: Some(MeetingId(id(FIRST))),
        change: change.into(),
        content: fixed.content().into(),
        hash: fixed.hash().into(),
    });
}

/// The whole case, closed.
pub(super) fn case() -> Case {
    let mut case = drafted();
    fix_version(&mut case, 1, 15, "");
    case.signatures.push(Signature {
        id: RecordId(id(0xb1)),
        at: at(15),
        by: "Per Nyström".into(),
        version: case.versions[0].id,
        hash: case.versions[0].hash.clone(),
        name: "Karin Lövgren-Åhs".into(),
        role: "planen gäller".into(),
        on: day(15),
        manner: SignatureManner::Pen,
        strokes: Vec::new(),
    });
    case.measures[2].person = "Eva Ström".into();
    fix_version(&mut case, 2, 21, "Hälsocentralen har utsett Eva Ström.");
    add_what_comes_after(&mut case);
    case
}

fn add_what_comes_after(case: &mut Case) {
    case.deviations.push(Deviation {
        id: RecordId(id(0xc1)),
        at: at(14),
        by: "Per Nyström".into(),
        kind: DeviationKind::CalledAbsent,
        party: Some(PartyId(id(CARE_CENTRE))),
        meeting: Some(MeetingId(id(FIRST))),
        on: day(14),
        event: "Eva Ström skulle komma i läkarens ställe, men uteblev utan besked.".into(),
        consequence: "Mål 1 saknar ansvarig.".into(),
        action: String::new(),
        sent_to: "Verksamhetschefen, hälsocentralen Lugnvik".into(),
    });
    for (number, goal, scale) in [(0xd1, 0x41, GoalScale::Partly), (0xd2, 0x42, GoalScale::Reached), (0xd3, 0x43, GoalScale::Reached)] {
        case.goal_ratings.push(GoalRating {
            id: RecordId(id(number)),
            meeting: Some(MeetingId(id(SECOND))),
            goal: Some(GoalId(id(goal))),
            scale: Some(scale),
            ..GoalRating::default()
        });
    }
    case.measure_statuses.push(MeasureStatus {
        id: RecordId(id(0xd4)),
        meeting: Some(MeetingId(id(SECOND))),
        measure: Some(MeasureId(id(0x52))),
        state: Some(MeasureState::Done),
        done_on: typed(26),
        ..MeasureStatus::default()
    });
    let plan = build(case, &organisation(), &law(), day(56));
    let sheet = follow_up_sheet(case, MeetingId(id(SECOND)), &plan, day(56));
    let (by, meeting) = ("Per Nyström".to_owned(), MeetingId(id(SECOND)));
    case.follow_ups.push(FollowUp {
        id: RecordId(id(0xe1)),
        at: at(56),
        by: by.clone(),
        meeting,
        on: day(56),
        outcome: FollowUpOutcome::Continue,
        sheet,
    });
    case.evaluations.push(Evaluation {
        id: RecordId(id(0xe2)),
        at: at(140),
        by: by.clone(),
        evaluator: Evaluator::Person,
        informed: None,
        could_say: None,
        right_people: Some(3),
        clear_who: Some(5),
        felt_safe: None,
        comment: String::new(),
    });
    case.closings.push(Closing {
        id: RecordId(id(0xe3)),
        at: at(140),
        by: by.clone(),
        reason: ClosingReason::GoalsReached,
        on: day(140),
        remains: String::new(),
    });
    case.disclosures.push(Disclosure {
        id: RecordId(id(0xe4)),
        at: at(15),
        by,
        party: Some(PartyId(id(CARE_CENTRE))),
        recipient: "Jonas Öhman, läkare, Hälsocentralen Lugnvik".into(),
        kind: DisclosureKind::PlanCopy,
        version: Some(case.versions[0].id),
        meeting: None,
        kinds: vec![InformationKind::Addiction, InformationKind::MentalHealth, InformationKind::Medicine],
        left_out: true,
        grounds: vec![GroundId(id(0x32))],
        delivery: Delivery::SecureDigital,
        sha256: String::new(),
    });
}
