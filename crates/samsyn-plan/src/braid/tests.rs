use super::*;
use crate::{acts::*, drafts::*, plan, testing::*};
use proptest::prelude::*;

const CLINIC: PartyId = PartyId(uuid::Uuid::from_u128(10));

/// The lawful case with a first meeting on day 14, a follow-up on day 56, one goal and no measures.
fn planned() -> Case {
    let mut case = lawful_case();
    case.measures.clear();
    for (number, kind, after) in [(60, MeetingKind::First, 14), (61, MeetingKind::FollowUp, 56)] {
        case.meetings.push(Meeting { id: MeetingId(id(number)), kind: Some(kind), held_on: day(after).to_string(), ..Meeting::default() });
    }
    case.goals.push(Goal { id: GoalId(id(40)), text: "Ett eget hem".into(), ..Goal::default() });
    case
}

fn measure(number: u128, principal: Principal, starts: Option<u64>, due: Option<u64>) -> Measure {
    let typed = |after: Option<u64>| after.map(|after| day(after).to_string()).unwrap_or_default();
    Measure {
        id: MeasureId(id(number)),
        text: format!("Insats {number}"),
        goal: Some(GoalId(id(40))),
        principal: Some(principal),
        unit: "Nexus".into(),
        starts_on: typed(starts),
        due_on: typed(due),
        ..Measure::default()
    }
}

fn seen(case: &Case, after: u64) -> Braid {
    braid(case, &plan::build(case, &organisation(), &[], day(after)), day(after))
}

fn came(case: &mut Case, meeting: u128, party: Option<PartyId>) {
    let (id, meeting) = (RecordId(id(200)), MeetingId(id(meeting)));
    let mark = PresenceMark { id, at: at(14), by: String::new(), meeting, party, name: String::new(), mark: Presence::Came, when: at(14) };
    case.presences.push(mark);
}

fn status(case: &mut Case, measure: u128, state: MeasureState, done: u64) {
    case.measure_statuses.push(MeasureStatus {
        id: RecordId(id(300)),
        meeting: Some(MeetingId(id(61))),
        measure: Some(MeasureId(id(measure))),
        state: Some(state),
        done_on: day(done).to_string(),
        why: String::new(),
    });
}

fn state_of(braid: &Braid, measure: u128) -> KnotState {
    let mut knots = braid.strands.iter().flat_map(|strand| &strand.knots);
    knots.find(|knot| knot.measure == Some(MeasureId(id(measure)))).unwrap().state
}

#[test]
fn the_person_comes_first_and_each_unit_has_one_strand() {
    let mut case = planned();
    let (kommun, region) = (Principal::Municipality, Principal::Region);
    case.measures = vec![
        Measure { party: Some(CLINIC), ..measure(31, region, Some(20), Some(40)) },
        measure(32, kommun, Some(20), Some(40)),
        measure(33, kommun, Some(16), Some(18)),
        // It names the unit of a party, and no party.
        Measure { unit: "Enhet 10 ".into(), ..measure(34, region, None, None) },
    ];
    case.own_actions.push(OwnAction { text: "Ringer Anna".into(), ..OwnAction::default() });
    case.own_actions.push(OwnAction { text: "Svarar".into(), party: Some(PartyId(id(11))), ..OwnAction::default() });
    let braid = seen(&case, 15);
    let shown: Vec<_> = braid.strands.iter().map(|strand| (strand.group, strand.party, strand.knots.len())).collect();
    let expected = [
        (StrandGroup::Person, None, 1),
        (StrandGroup::Close, Some(PartyId(id(11))), 1),
        (StrandGroup::Municipality, None, 2),
        (StrandGroup::Region, Some(CLINIC), 2),
    ];
    assert_eq!(shown, expected);
    assert_eq!(braid.strands[2].knots[0].measure, Some(MeasureId(id(33))), "by day");
    assert_eq!(braid.strands[3].knots[1].state, KnotState::Undated);
}

#[test]
fn a_knot_stands_as_its_days_and_the_newest_follow_up_say() {
    use KnotState::{Done, Late, NotDone, Planned, Running, Undated};
    let mut case = planned();
    let kommun = Principal::Municipality;
    case.measures = vec![measure(31, kommun, Some(20), Some(40)), measure(32, kommun, None, Some(200)), measure(33, kommun, None, None)];
    let states = |case: &Case, after| [31, 32, 33].map(|number| state_of(&seen(case, after), number));
    assert_eq!(states(&case, 15), [Planned, Planned, Undated]);
    assert_eq!(states(&case, 40), [Running, Planned, Undated], "its last day is its own");
    assert_eq!(states(&case, 41), [Late, Planned, Undated]);
    status(&mut case, 31, MeasureState::Done, 26);
    status(&mut case, 32, MeasureState::NotDone, 0);
    assert_eq!(states(&case, 41), [Late, Planned, Undated], "nobody has met yet");
    assert_eq!(states(&case, 56), [Done, Planned, Undated], "it was given a later day than that on which it was not done");
    case.measures[1].due_on = day(50).to_string();
    assert_eq!(states(&case, 56), [Done, NotDone, Undated]);
    case.measures[1].due_on = day(200).to_string();
    case.measures[0].due_on = "i vår".into();
    assert_eq!(states(&case, 20), [Running, Planned, Undated], "a day that cannot be read is none");
}

#[test]
fn what_is_late_is_found_with_its_days_until_it_is_done() {
    let mut case = planned();
    case.measures = vec![measure(31, Principal::Region, Some(20), Some(40))];
    assert_eq!(seen(&case, 40).findings, []);
    let late = Finding::Late { measure: MeasureId(id(31)), due: day(40), days: 10 };
    assert!(seen(&case, 50).findings.contains(&late));
    status(&mut case, 31, MeasureState::NotDone, 0);
    assert!(seen(&case, 56).findings.contains(&Finding::NotDone { measure: MeasureId(id(31)) }));
}

#[test]
fn two_principals_do_the_same_only_while_both_go_on() {
    let mut case = planned();
    let talks = |number, principal, starts, due| Measure {
        action: Some(MeasureType::TalkSupport),
        ..measure(number, principal, Some(starts), Some(due))
    };
    case.measures = vec![talks(31, Principal::Municipality, 15, 60), talks(32, Principal::Region, 25, 60)];
    let double = Finding::Double { measures: [MeasureId(id(31)), MeasureId(id(32))] };
    assert_eq!(seen(&case, 20).findings, std::slice::from_ref(&double));
    case.measures[0].due_on = day(24).to_string();
    assert!(!seen(&case, 20).findings.contains(&double), "one ends before the other begins");
    case.measures[0].due_on = String::new();
    assert!(seen(&case, 20).findings.contains(&double), "nobody has said when it ends");
    case.measures[1].principal = Some(Principal::Municipality);
    assert!(!seen(&case, 20).findings.contains(&double), "of one principal it is none");
}

#[test]
fn a_goal_without_anybody_and_a_long_gap_before_the_next_meeting_are_found() {
    let mut case = planned();
    assert_eq!(seen(&case, 15).findings, [Finding::Unserved { goal: GoalId(id(40)) }]);

    case.measures = vec![measure(31, Principal::Region, Some(15), Some(30))];
    assert_eq!(seen(&case, 20).findings, [Finding::Quiet { from: day(30), to: day(56) }], "told once for the plan and its goal");

    case.measures.push(Measure { goal: None, ..measure(32, Principal::Municipality, Some(15), Some(60)) });
    assert_eq!(seen(&case, 20).findings, [Finding::GoalGap { goal: GoalId(id(40)), from: day(30), to: day(56) }]);

    case.measures[0].due_on = day(36).to_string();
    assert_eq!(seen(&case, 20).findings, [], "twenty days are no gap to tell of");
    case.measures[0].due_on = String::new();
    assert_eq!(seen(&case, 20).findings, [], "nobody has said that it ends");
}

#[test]
fn a_goal_that_is_reached_lacks_nobody() {
    let mut case = planned();
    case.measures = vec![
        measure(31, Principal::Region, Some(15), Some(30)),
        Measure { goal: None, ..measure(32, Principal::Municipality, Some(15), Some(90)) },
    ];
    case.meetings.push(Meeting { id: MeetingId(id(62)), held_on: day(90).to_string(), ..Meeting::default() });
    status(&mut case, 31, MeasureState::Done, 30);
    let gap = Finding::GoalGap { goal: GoalId(id(40)), from: day(56), to: day(90) };
    came(&mut case, 60, None);
    assert_eq!(seen(&case, 56).findings, [gap]);
    let (meeting, goal) = (Some(MeetingId(id(61))), Some(GoalId(id(40))));
    case.goal_ratings.push(GoalRating { meeting, goal, scale: Some(GoalScale::Reached), ..GoalRating::default() });
    assert_eq!(seen(&case, 56).findings, []);
}

#[test]
fn a_unit_that_came_and_answers_for_nothing_is_found_and_has_its_strand() {
    let mut case = planned();
    case.measures = vec![measure(31, Principal::Municipality, Some(15), Some(60))];
    assert_eq!(seen(&case, 20).findings, []);
    came(&mut case, 60, Some(CLINIC));
    let braid = seen(&case, 20);
    assert_eq!(braid.findings, [Finding::Idle { party: CLINIC }]);
    assert!(braid.strands.iter().any(|strand| strand.party == Some(CLINIC) && strand.knots.is_empty()));
    assert_eq!(
        braid.crossings.iter().map(|crossing| (crossing.on, crossing.held)).collect::<Vec<_>>(),
        [(day(14), true), (day(56), false)]
    );
}

#[test]
fn a_closed_plan_is_seen_on_its_last_day_and_nothing_is_found_in_it() {
    let mut case = planned();
    case.measures = vec![measure(31, Principal::Municipality, Some(15), Some(30))];
    let reason = ClosingReason::Moved;
    case.closings.push(Closing { id: RecordId(id(90)), at: at(40), by: String::new(), reason, on: day(40), remains: String::new() });
    let braid = seen(&case, 400);
    assert_eq!((braid.day, braid.findings), (day(40), Vec::new()));
}

/// Any measure: of either principal or of none, with days in any order, unreadable or missing.
fn any_measure() -> impl Strategy<Value = (Option<bool>, Option<u64>, Option<u64>, Option<bool>, u8)> {
    let after = || proptest::option::of(0_u64..120);
    (any::<Option<bool>>(), after(), after(), any::<Option<bool>>(), 0..4_u8)
}

fn any_case() -> impl Strategy<Value = Case> {
    (proptest::collection::vec(any_measure(), 0..9), proptest::collection::vec(any::<bool>(), 0..5)).prop_map(|(measures, own)| {
        let mut case = planned();
        for (number, (principal, starts, due, party, found)) in (100_u128..).zip(measures) {
            let of = if principal == Some(true) { Principal::Municipality } else { Principal::Region };
            case.measures.push(Measure {
                principal: principal.map(|_| of),
                party: party.filter(|held| *held).map(|_| CLINIC),
                unit: if party.is_some() { "Nexus".into() } else { String::new() },
                action: number.is_multiple_of(2).then_some(MeasureType::TalkSupport),
                goal: (number % 3 > 0).then_some(GoalId(id(40))),
                ..measure(number, of, starts, due)
            });
            let states = [None, Some(MeasureState::Done), Some(MeasureState::NotDone), Some(MeasureState::Ongoing)];
            if let Some(state) = states[usize::from(found)] {
                status(&mut case, number, state, 30);
            }
        }
        let action = |(number, close): (u128, bool)| OwnAction {
            id: RecordId(id(number)),
            text: "Ringer".into(),
            party: close.then_some(PartyId(id(11))),
            ..OwnAction::default()
        };
        case.own_actions = (400..).zip(own).map(action).collect();
        case
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_line_of_the_plan_is_one_knot(case in any_case(), after in 0_u64..150) {
        let braid = seen(&case, after);
        let knots: Vec<&Knot> = braid.strands.iter().flat_map(|strand| &strand.knots).collect();
        let mut measures: Vec<MeasureId> = knots.iter().filter_map(|knot| knot.measure).collect();
        measures.sort();
        prop_assert_eq!(measures, case.measures.iter().map(|measure| measure.id).collect::<Vec<_>>());
        prop_assert_eq!(knots.iter().filter(|knot| knot.measure.is_none()).count(), case.own_actions.len());
        let mut whose: Vec<_> = braid.strands.iter().map(|strand| (strand.group, strand.party, &strand.name)).collect();
        whose.sort();
        whose.dedup();
        prop_assert_eq!(whose.len(), braid.strands.len(), "two strands of one");
    }

    #[test]
    fn what_is_found_does_not_depend_on_the_order(case in any_case(), after in 0_u64..150, turn in any::<prop::sample::Index>()) {
        let mut turned = case.clone();
        turned.measures.reverse();
        let by = if turned.measures.is_empty() { 0 } else { turn.index(turned.measures.len()) };
        turned.measures.rotate_left(by);
        turned.meetings.reverse();
        turned.parties.reverse();
        turned.own_actions.reverse();
        prop_assert_eq!(seen(&turned, after).findings, seen(&case, after).findings);
    }
}
