use super::*;
use crate::{
    acts::*,
    codes::*,
    drafts::Meeting,
    gate::{Permit, Refusal, permit},
    identity::IdentityNumber,
    ids::RecordId,
    plan::{self, MissingCode},
    profile::{Agreements, Limits},
    testing::*,
    worklist::{self, TaskCode},
};
use proptest::prelude::*;

const BUP: PartyId = PartyId(uuid::Uuid::from_u128(10));
const MOTHER: PartyId = PartyId(uuid::Uuid::from_u128(21));
const FATHER: PartyId = PartyId(uuid::Uuid::from_u128(22));
const CHILD: Option<PartyId> = None;
/// The 18th birthday, 12 March 2027, in days after the case's first day.
const BIRTHDAY: u64 = 60;

/// Elias, 17 years, with two guardians and a unit that wants to be told.
fn child_case() -> Case {
    let mut case = lawful_case();
    case.person.identity = IdentityNumber::parse("20090312-2398", false, day(0)).unwrap();
    case.parties = vec![party(10, PartyKind::Region), party(21, PartyKind::Guardian), party(22, PartyKind::Guardian)];
    case.sip_yeses.clear();
    case
}

fn judged(mut case: Case, child: bool, guardians: &[PartyId]) -> Case {
    case.consent_judgements.push(ConsentJudgement {
        id: RecordId(id(200 + case.consent_judgements.len() as u128)),
        at: at(0),
        by: "Olle Pettersson".into(),
        child,
        guardians: guardians.to_vec(),
        maturity: "17 år, förstår".into(),
        reason: "vill själv".into(),
        judged_by: "Olle Pettersson, socialsekreterare".into(),
        on: day(0),
    });
    case
}

fn said(case: &mut Case, given_by: Option<PartyId>, answer: Answer, on: u64) {
    let mut yes = lawful_case().sip_yeses.remove(0);
    yes.id = RecordId(id(300 + case.sip_yeses.len() as u128));
    (yes.given_by, yes.answer, yes.at, yes.on) = (given_by, answer, at(on), day(on));
    case.sip_yeses.push(yes);
}

fn given(number: u128, party: PartyId, given_by: Option<PartyId>) -> Ground {
    Ground { given_by, ..consent(number, party) }
}

fn knows(case: &mut Case, guardian: PartyId, kind: InformationKind, may_know: bool) {
    case.know_judgements.push(KnowJudgement {
        id: RecordId(id(400 + case.know_judgements.len() as u128)),
        at: at(2),
        by: String::new(),
        guardian,
        kind,
        may_know,
        ground: (!may_know).then_some(KnowGround::Maturity),
        reason: "bestämmer själv över det".into(),
        owner: "Ungdomsmottagningen".into(),
        judged_by: "barnmorska".into(),
        on: day(2),
    });
}

fn cannot(case: &mut Case, on: u64, representative: Option<PartyId>) {
    case.cannot_consents.push(CannotConsent {
        id: RecordId(id(500)),
        at: at(on),
        by: String::new(),
        ground: "medvetslös".into(),
        decided_by: "överläkare".into(),
        representative,
        instead: String::new(),
        on: day(on),
    });
}

fn told(case: &Case, party: PartyId, on: u64) -> Result<Permit, Refusal> {
    permit(case, Recipient::Party(party), Purpose::Read, day(on))
}

fn stops(case: &Case, on: u64) -> bool {
    let yes = [MissingCode::SipYes, MissingCode::GuardianYes];
    plan::missing(case, day(on)).iter().any(|missing| yes.contains(&missing.code) && missing.stops)
}

fn reminds(case: &Case, code: MissingCode) -> bool {
    plan::missing(case, day(5)).iter().any(|missing| missing.code == code && !missing.stops)
}

#[test]
fn nothing_opens_for_a_child_until_somebody_has_judged_who_must_consent() {
    let mut case = child_case();
    case.grounds = vec![given(1, BUP, CHILD), given(2, BUP, Some(MOTHER)), given(3, BUP, Some(FATHER))];
    for giver in [CHILD, Some(MOTHER), Some(FATHER)] {
        said(&mut case, giver, Answer::Yes, 1);
    }
    assert_eq!(told(&case, BUP, 2).unwrap_err(), Refusal::JudgementMissing, "three yeses are no judgement");
    assert!(plan::missing(&case, day(5)).iter().any(|missing| missing.code == MissingCode::ConsentJudgement && missing.stops));
    assert!(told(&judged(case, true, &[MOTHER, FATHER]), BUP, 2).is_ok());
}

#[test]
fn a_mature_childs_own_consent_suffices_and_a_silent_father_stops_nothing() {
    let mut case = judged(child_case(), true, &[]);
    case.grounds = vec![given(1, BUP, CHILD)];
    said(&mut case, CHILD, Answer::Yes, 1);
    said(&mut case, Some(MOTHER), Answer::Yes, 1);
    assert!(told(&case, BUP, 2).is_ok());
    assert!(!stops(&case, 2));
    assert!(reminds(&case, MissingCode::GuardianAnswer), "that his answer is missing is shown, and stops nothing");
    assert_eq!(silent_guardians(&case, day(2)), [(FATHER, false)]);
    let state = state(&case, day(2)).expect("a child");
    let answers: Vec<_> = state.answers.iter().map(|answer| (answer.giver, answer.needed, answer.sip)).collect();
    let expected =
        [(CHILD, Some(true), Some(Answer::Yes)), (Some(MOTHER), Some(false), Some(Answer::Yes)), (Some(FATHER), Some(false), None)];
    assert_eq!(answers, expected);
}

#[test]
fn whom_the_judgement_names_decides_and_not_how_many_have_answered() {
    let mut case = judged(child_case(), true, &[FATHER]);
    case.grounds = vec![given(1, BUP, CHILD), given(2, BUP, Some(MOTHER))];
    said(&mut case, CHILD, Answer::Yes, 1);
    said(&mut case, Some(MOTHER), Answer::Yes, 1);
    assert_eq!(told(&case, BUP, 2).unwrap_err(), Refusal::GroundMissing, "two of three have consented, but not the one who must");
    assert!(stops(&case, 2));
    let waits: Vec<_> = state(&case, day(2)).unwrap().answers.into_iter().map(|answer| answer.waits_for).collect();
    assert_eq!(waits, [vec![], vec![], vec![BUP]], "the father's consent to telling BUP is what is waited for");
    assert!(told(&judged(case.clone(), true, &[MOTHER]), BUP, 2).is_ok(), "the newest judgement holds");
    case.grounds.push(Ground { except: vec![InformationKind::TestResults], ..given(3, BUP, Some(FATHER)) });
    said(&mut case, Some(FATHER), Answer::Yes, 2);
    let both = told(&case, BUP, 2).expect("all whom the judgement names have consented");
    assert!(!stops(&case, 2) && !both.kinds().contains(&InformationKind::TestResults), "what opens is what all of them open");
    said(&mut case, Some(FATHER), Answer::No, 3);
    let attend = permit(&case, Recipient::Party(BUP), Purpose::Attend, day(3));
    assert_eq!(attend.unwrap_err(), Refusal::SipWithdrawn, "a yes to a SIP that the judgement asks for can be taken back");
}

#[test]
fn what_an_authority_keeps_from_a_guardian_is_kept_even_from_the_guardians_own_lines() {
    let mut case = judged(child_case(), true, &[]);
    case.grounds = vec![given(1, FATHER, CHILD), given(2, MOTHER, CHILD)];
    knows(&mut case, FATHER, InformationKind::TestResults, false);
    let father = told(&case, FATHER, 3).unwrap();
    assert!(!father.may_see(&[InformationKind::TestResults], Some(FATHER)) && !father.sees_everything());
    assert!(father.may_see(&[InformationKind::Schooling], None));
    assert!(told(&case, MOTHER, 3).unwrap().sees_everything(), "the judgement is about one guardian");
    knows(&mut case, FATHER, InformationKind::TestResults, true);
    assert!(told(&case, FATHER, 3).unwrap().sees_everything(), "the newest judgement holds");
}

#[test]
fn on_the_18th_birthday_the_guardians_consents_stop_counting_and_it_is_said_before() {
    let mut case = judged(child_case(), false, &[MOTHER]);
    case.grounds = vec![given(1, BUP, Some(MOTHER)), given(2, FATHER, CHILD), given(3, FATHER, Some(MOTHER))];
    for (number, on) in [(60, BIRTHDAY - 1), (61, BIRTHDAY + 7)] {
        case.meetings.push(Meeting { id: MeetingId(id(number)), held_on: day(on).to_string(), ..Meeting::default() });
    }
    said(&mut case, Some(MOTHER), Answer::Yes, 1);
    knows(&mut case, FATHER, InformationKind::TestResults, false);
    let state = state(&case, day(20)).expect("a child");
    assert_eq!((state.age, state.eighteen_on, state.is_child), (17, day(BIRTHDAY), true));
    assert_eq!(state.at_eighteen.grounds, [GroundId(id(1)), GroundId(id(3))]);
    assert_eq!(state.at_eighteen.shut, [BUP], "the father may be told by the child's own consent");
    assert_eq!(state.at_eighteen.meetings, [MeetingId(id(61))]);
    assert!(told(&case, BUP, BIRTHDAY - 1).is_ok() && told(&case, BUP, BIRTHDAY).is_err());
    assert!(!stops(&case, BIRTHDAY - 1) && stops(&case, BIRTHDAY), "only the person's own yes counts");
    let kinds = |case: &Case, on| told(case, FATHER, on).unwrap().kinds();
    assert!(!kinds(&case, BIRTHDAY).contains(&InformationKind::TestResults), "nothing opens by itself on the birthday");
    case.grounds.push(Ground { on: day(BIRTHDAY), ..given(4, FATHER, CHILD) });
    assert!(kinds(&case, BIRTHDAY).contains(&InformationKind::TestResults), "the person has said so as an adult");
}

#[test]
fn the_worklist_says_whose_answer_is_missing_and_that_a_child_comes_of_age() {
    let limits = Limits { need_to_call: None, need_to_meeting: None, ground_ends_soon: 30 };
    let codes = |case: &Case, on| {
        worklist::tasks(case, &limits, &Agreements::default(), day(on)).into_iter().map(|task| task.code).collect::<Vec<_>>()
    };
    let mut case = judged(child_case(), true, &[]);
    assert!(codes(&case, 1).contains(&TaskCode::AskForYes));
    said(&mut case, CHILD, Answer::Yes, 1);
    said(&mut case, Some(MOTHER), Answer::Yes, 1);
    let found = codes(&case, 1);
    assert!(!found.contains(&TaskCode::AskForYes) && found.contains(&TaskCode::TurnsEighteen));
    assert_eq!(found.iter().filter(|code| **code == TaskCode::GuardianAnswer).count(), 1);
    let grown = codes(&case, BIRTHDAY);
    assert!(!grown.contains(&TaskCode::TurnsEighteen) && !grown.contains(&TaskCode::GuardianAnswer));
    let by_guardian = judged(child_case(), false, &[MOTHER]);
    assert!(!codes(&by_guardian, 1).contains(&TaskCode::AskForYes), "the judgement asks the guardian");
    let mut younger = case;
    younger.person.identity = IdentityNumber::parse("20090312-2398", false, day(0)).unwrap();
    let long_before = NaiveDate::from_ymd_opt(2026, 12, 11).unwrap();
    assert!(
        !worklist::tasks(&younger, &limits, &Agreements::default(), long_before).iter().any(|task| task.code == TaskCode::TurnsEighteen)
    );
}

#[test]
fn a_decision_that_somebody_cannot_consent_lifts_the_stop_but_no_later_no() {
    let mut case = lawful_case();
    case.sip_yeses.clear();
    case.parties.push(party(30, PartyKind::Representative));
    let trustee = PartyId(id(30));
    assert!(stops(&case, 5));
    cannot(&mut case, 2, Some(trustee));
    assert!(!stops(&case, 5));
    said(&mut case, Some(trustee), Answer::No, 3);
    assert!(stops(&case, 5), "the representative says no");
    said(&mut case, Some(trustee), Answer::Yes, 4);
    assert!(!stops(&case, 5));
    said(&mut case, None, Answer::No, 5);
    assert!(stops(&case, 5), "the person can after all, and says no");
}

#[test]
fn the_plan_carries_the_childs_words_and_the_guardians_names_alone() {
    let mut case = judged(child_case(), true, &[]);
    said(&mut case, CHILD, Answer::Yes, 1);
    case.parties[1].name = "Sara Tuolja".into();
    case.parties[1].phone = "070-000 00 00".into();
    case.child.opinion = "Jag vill klara trean".into();
    let fixed = plan::fix(&case, &organisation(), &[], day(18)).expect("lawful");
    let child = plan::thaw(fixed.content()).unwrap().child.expect("a child");
    assert_eq!((child.guardians.as_slice(), child.opinion.as_str()), (["Sara Tuolja".to_owned()].as_slice(), "Jag vill klara trean"));
    assert!(!fixed.content().contains("070-000 00 00"));
    assert!(reminds(&case, MissingCode::BestInterests) && reminds(&case, MissingCode::KindsUnmarked));
    assert!(plan::build(&case, &organisation(), &[], day(BIRTHDAY)).child.is_none());
}

#[test]
fn an_earlier_plan_that_knows_of_no_child_thaws() {
    let fixed = plan::fix(&lawful_case(), &organisation(), &[], day(15)).expect("lawful");
    let earlier = fixed.content().replace("\"child\":null,", "");
    assert_ne!(earlier, fixed.content());
    assert_eq!(plan::thaw(&earlier), plan::thaw(fixed.content()));
}

#[test]
fn an_adult_is_no_child() {
    assert_eq!(state(&lawful_case(), day(5)), None);
    assert_eq!(sip_givers(&lawful_case(), day(5)), Some(vec![CHILD]));
}

fn any_giver() -> impl Strategy<Value = Option<PartyId>> {
    proptest::sample::select(vec![CHILD, Some(MOTHER), Some(FATHER)])
}

fn any_ground() -> impl Strategy<Value = Ground> {
    let kinds = proptest::sample::subsequence(InformationKind::ALL, 0..=InformationKind::ALL.len());
    let basis = prop_oneof![8 => Just(Basis::Consent), 1 => Just(Basis::Osl10P27)];
    let scope = proptest::sample::select(Scope::ALL);
    (any_giver(), basis, scope, proptest::sample::select(Answer::ALL), kinds, 0..40_u64, proptest::option::of(0..80_u64)).prop_map(
        |(given_by, basis, scope, answer, kinds, from, to)| Ground {
            basis,
            scope,
            answer: if basis == Basis::Consent { answer } else { Answer::Yes },
            given_by: given_by.filter(|_| basis == Basis::Consent),
            kinds,
            valid_from: day(from),
            valid_to: to.map(day),
            ..consent(0, BUP)
        },
    )
}

proptest! {
    /// The rule said again from the outside: for a child, nothing is opened unless everybody whom the newest judgement names has
    /// a consent in force that opens that very kind, or another ground does.
    #[test]
    fn a_childs_case_opens_only_by_all_whom_the_judgement_names(
        grounds in proptest::collection::vec(any_ground(), 0..8),
        judgements in proptest::collection::vec((any::<bool>(), proptest::sample::subsequence(vec![MOTHER, FATHER], 0..=2)), 0..3),
        on in 0..BIRTHDAY,
    ) {
        let mut case = judgements.iter().fold(child_case(), |case, (child, guardians)| judged(case, *child, guardians));
        case.grounds = grounds;
        for (number, ground) in case.grounds.iter_mut().enumerate() {
            ground.id = GroundId(id(100 + number as u128));
        }
        let named: Vec<Option<PartyId>> = match judgements.last() {
            None => vec![],
            Some((child, guardians)) => {
                let own = if *child || guardians.is_empty() { vec![CHILD] } else { vec![] };
                own.into_iter().chain(guardians.iter().copied().map(Some)).collect()
            }
        };
        let holds = |ground: &&Ground| {
            ground.answer == Answer::Yes && ground.valid_from <= day(on) && ground.valid_to.is_none_or(|last| day(on) <= last)
        };
        let opens = |ground: &Ground, kind: InformationKind| {
            ground.scope == Scope::WholePlan || ground.scope == Scope::Kinds && ground.kinds.contains(&kind)
        };
        let consents = |giver: Option<PartyId>| {
            let own = move |ground: &&Ground| ground.basis == Basis::Consent && ground.given_by == giver;
            case.grounds.iter().filter(own).filter(holds)
        };
        let others = || case.grounds.iter().filter(|ground| ground.basis != Basis::Consent).filter(holds);
        if let Ok(permit) = told(&case, BUP, on) {
            let all = !named.is_empty() && named.iter().all(|giver| consents(*giver).next().is_some());
            prop_assert!(all || others().next().is_some());
            for kind in permit.kinds() {
                let by_all = !named.is_empty() && named.iter().all(|giver| consents(*giver).any(|ground| opens(ground, kind)));
                prop_assert!(by_all || others().any(|ground| opens(ground, kind)));
            }
        }
    }
}

#[test]
fn a_persons_own_no_is_not_decided_away() {
    let representative = PartyId(id(11));
    let mut case = lawful_case();
    case.sip_yeses.clear();
    said(&mut case, None, Answer::No, 1);
    cannot(&mut case, 2, None);
    assert!(stops(&case, 3), "a decision alone answers nothing");
    case.cannot_consents.clear();
    cannot(&mut case, 2, Some(representative));
    assert!(stops(&case, 3), "nor does a representative who has not answered");
    said(&mut case, Some(representative), Answer::Yes, 3);
    assert!(!stops(&case, 4));
}

/// What an authority kept from a guardian opens by the person's own yes as an adult, as long as that yes holds.
#[test]
fn what_was_kept_from_a_guardian_stays_kept_once_the_grown_persons_yes_is_gone() {
    let kept = InformationKind::TestResults;
    let mut case = judged(child_case(), true, &[]);
    case.grounds.push(given(100, FATHER, CHILD));
    knows(&mut case, FATHER, kept, false);
    let sees = |case: &Case, on: u64| told(case, FATHER, on).unwrap().may_see(&[kept], None);
    assert!(!sees(&case, BIRTHDAY), "what was said as a child opens it not");
    let grown =
        Ground { on: day(BIRTHDAY), valid_from: day(BIRTHDAY), scope: Scope::Kinds, kinds: vec![kept], ..given(101, FATHER, CHILD) };
    case.grounds.push(grown.clone());
    assert!(sees(&case, BIRTHDAY));

    let mut withdrawn = case.clone();
    withdrawn.withdrawals.push(Withdrawal {
        id: RecordId(id(500)),
        at: at(BIRTHDAY + 1),
        by: "Olle Pettersson".into(),
        ground: grown.id,
        from: day(BIRTHDAY + 1),
        manner: Manner::Oral,
        told: String::new(),
    });
    assert!(sees(&withdrawn, BIRTHDAY) && !sees(&withdrawn, BIRTHDAY + 1));
    let mut annulled = case.clone();
    annulled.annulments.push(Annulment {
        id: RecordId(id(501)),
        at: at(BIRTHDAY + 1),
        by: "Olle Pettersson".into(),
        kind: AnnulledKind::Ground,
        record: RecordId(grown.id.0),
        reason: "fel".into(),
    });
    assert!(!sees(&annulled, BIRTHDAY + 1));
    let mut over = case.clone();
    over.grounds[1].valid_to = Some(day(BIRTHDAY + 1));
    assert!(sees(&over, BIRTHDAY + 1) && !sees(&over, BIRTHDAY + 2));
}
