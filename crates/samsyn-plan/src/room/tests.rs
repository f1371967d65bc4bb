use super::*;
use crate::{acts::*, drafts::*, ids::*, plan, testing::*};

const MEETING: MeetingId = MeetingId(uuid::Uuid::from_u128(60));

/// The meeting of day 14 at nine, in which minutes count.
fn minute(minutes: i64) -> DateTime<Utc> {
    at(14) + TimeDelta::minutes(minutes)
}

fn mark(case: &mut Case, party: Option<PartyId>, name: &str, mark: Presence, when: i64) {
    let id = RecordId(id(200 + case.presences.len() as u128));
    let when = minute(when);
    case.presences.push(PresenceMark { id, at: when, by: String::new(), meeting: MEETING, party, name: name.into(), mark, when });
}

/// A meeting that has begun, with one party who may hear of work and one who may hear everything.
fn met() -> (Case, PartyId, PartyId) {
    let mut case = lawful_case();
    case.meetings.push(Meeting { id: MEETING, held_on: day(14).to_string(), ..Meeting::default() });
    case.meeting_marks.push(MeetingMarked {
        id: RecordId(id(61)),
        at: minute(0),
        by: String::new(),
        meeting: MEETING,
        mark: MeetingMark::Started,
        reason: String::new(),
    });
    let (some, all) = (case.parties[0].id, case.parties[1].id);
    case.grounds.push(Ground { scope: Scope::Kinds, kinds: vec![InformationKind::Work], ..consent(70, some) });
    case.grounds.push(consent(71, all));
    (case, some, all)
}

#[test]
fn a_stay_runs_from_coming_to_leaving_and_coming_back_begins_another() {
    let (mut case, some, all) = met();
    mark(&mut case, Some(some), "Lena", Presence::Came, 0);
    mark(&mut case, Some(all), "Anna", Presence::Came, 2);
    mark(&mut case, Some(some), "Lena", Presence::Left, 15);
    mark(&mut case, Some(some), "Lena", Presence::Came, 25);
    let stays: Vec<_> = visits(&case, MEETING).into_iter().map(|visit| (visit.name, visit.from, visit.to)).collect();
    let expected = [("Lena", 0, Some(15)), ("Anna", 2, None), ("Lena", 25, None)];
    assert_eq!(stays, expected.map(|(name, from, to)| (name.to_owned(), minute(from), to.map(minute))));
}

#[test]
fn the_times_of_those_who_came_late_or_went_out_are_told() {
    let (mut case, some, all) = met();
    mark(&mut case, Some(all), "Anna", Presence::Came, 5);
    mark(&mut case, None, "Karin", Presence::Came, 6);
    mark(&mut case, Some(some), "Lena", Presence::Came, 0);
    mark(&mut case, Some(some), "Lena", Presence::Left, 50);
    let names: Vec<_> = partial_visits(&case, MEETING).into_iter().map(|visit| visit.name).collect();
    assert_eq!(names, ["Karin", "Lena"]);
}

#[test]
fn the_room_hears_only_what_all_in_it_may_hear() {
    let (mut case, some, all) = met();
    let goal = |number, text: &str, kinds| Goal { id: GoalId(id(number)), text: text.into(), kinds, ..Goal::default() };
    case.goals = vec![goal(40, "Jobba", vec![InformationKind::Work]), goal(41, "Sova", vec![InformationKind::MentalHealth])];
    case.measures[0].kinds = vec![InformationKind::Work];
    let plan = plan::build(&case, &organisation(), &[], day(14));
    mark(&mut case, Some(all), "Anna", Presence::Came, 0);
    assert_eq!(heard(&case, &plan, day(14)), [], "whoever may hear everything holds nothing back");
    mark(&mut case, Some(some), "Lena", Presence::Came, 1);
    let limited = heard(&case, &plan, day(14));
    let goals: Vec<&str> = limited[0].plan.goals.iter().map(|goal| goal.text.as_str()).collect();
    assert_eq!((limited.len(), goals), (1, vec!["Jobba"]));
    let room = in_room(&case, &plan, day(14));
    assert_eq!(room.iter().map(|one| one.may_not_hear.clone()).collect::<Vec<_>>(), [vec![], vec![InformationKind::MentalHealth]]);
    mark(&mut case, Some(some), "Lena", Presence::Left, 2);
    assert_eq!(heard(&case, &plan, day(14)), [], "all is heard again while she is out");
}

#[test]
fn the_braid_on_the_wall_tells_of_no_line_unit_or_meeting_that_somebody_may_not_know() {
    let (mut case, some, all) = met();
    case.meetings.push(Meeting { id: MeetingId(id(62)), held_on: day(3).to_string(), ..Meeting::default() });
    case.meetings.push(Meeting { id: MeetingId(id(63)), held_on: day(40).to_string(), ..Meeting::default() });
    let measure = |number, text: &str, party, kinds| {
        let principal = Some(Principal::Region);
        Measure { id: MeasureId(id(number)), text: text.into(), party: Some(party), principal, kinds, ..Measure::default() }
    };
    case.measures = vec![
        measure(50, "Arbetsträning", all, vec![InformationKind::Work]),
        measure(51, "Samtal", all, vec![InformationKind::MentalHealth]),
    ];
    let plan = plan::build(&case, &organisation(), &[], day(14));
    let shown = |case: &Case| {
        let heard = heard(case, &plan, day(14)).into_iter().find(|heard| heard.meeting == MEETING);
        let braid = heard_braid(case, &heard.map_or_else(|| plan.clone(), |heard| heard.plan), MEETING, day(14));
        let knots: Vec<String> = braid.strands.iter().flat_map(|strand| &strand.knots).map(|knot| knot.text.clone()).collect();
        let days: Vec<NaiveDate> = braid.crossings.iter().map(|crossing| crossing.on).collect();
        (knots, days, braid.findings.len())
    };
    assert_eq!(shown(&case), (vec![], vec![day(14)], 0), "nobody is noted as there");
    mark(&mut case, Some(all), "Anna", Presence::Came, 0);
    assert_eq!(shown(&case), (vec!["Arbetsträning".to_owned(), "Samtal".to_owned()], vec![day(14), day(40)], 0));
    mark(&mut case, Some(some), "Lena", Presence::Came, 1);
    assert_eq!(shown(&case), (vec!["Arbetsträning".to_owned()], vec![day(14), day(40)], 0), "Lena may hear of work alone");
}

#[test]
fn the_person_who_stays_away_has_not_come() {
    let (mut case, ..) = met();
    mark(&mut case, None, "Karin", Presence::AbsentNotified, 0);
    assert!(!person_came(&case, MEETING));
    mark(&mut case, None, "Karin", Presence::Came, 10);
    assert!(person_came(&case, MEETING));
}

#[test]
fn the_plan_tells_how_it_went_on_without_the_person() {
    let (mut case, some, _) = met();
    case.meetings[0].absence = Some(AbsenceWay::GoOn);
    case.meetings[0].absence_reason = "Karin ringde och bad oss fortsätta.".into();
    mark(&mut case, Some(some), "Lena", Presence::Came, 0);
    let told =
        |case: &Case| plan::build(case, &organisation(), &[], day(14)).meeting.map(|meeting| (meeting.absence, meeting.absence_reason));
    assert_eq!(told(&case), Some((Some(AbsenceWay::GoOn), "Karin ringde och bad oss fortsätta.".to_owned())));
    mark(&mut case, None, "Karin", Presence::Came, 20);
    assert_eq!(told(&case), Some((None, String::new())), "she came after all");
}

#[test]
fn nothing_is_shown_while_nobody_is_noted_as_there() {
    let (mut case, ..) = met();
    case.goals = vec![Goal { id: GoalId(id(40)), text: "Jobba".into(), kinds: vec![InformationKind::Work], ..Goal::default() }];
    let plan = plan::build(&case, &organisation(), &[], day(14));
    let shown = heard(&case, &plan, day(14));
    assert!(!shown[0].attended && shown[0].plan.goals.is_empty() && shown[0].plan.overall.is_none());
    mark(&mut case, None, "Karin", Presence::Came, 0);
    assert_eq!(heard(&case, &plan, day(14)), [], "she sees all of her own plan");
}

#[test]
fn the_wall_tells_nobody_of_a_secret_place_or_of_a_unit_they_may_not_know() {
    let (mut case, some, all) = met();
    let next =
        |reveals| Meeting { held_on: day(40).to_string(), place: "Kyrkstallarna".into(), place_reveals: reveals, ..Meeting::default() };
    case.meetings.push(Meeting { id: MeetingId(id(62)), ..next(true) });
    case.person.protection = Some(Protection::Marked);
    case.roles = vec![Role { role: Some(RoleCode::SupportPerson), party: Some(some), name: "Kim Ek".into(), ..Role::default() }];
    case.child.kinds = vec![InformationKind::Family];
    mark(&mut case, Some(all), "Anna", Presence::Came, 0);
    let plan = plan::build(&case, &organisation(), &[], day(14));
    let place = |heard: &[HeardPlan]| heard[0].plan.follow_up.as_ref().map(|next| next.place.clone());
    assert_eq!(place(&heard(&case, &plan, day(14))), Some(String::new()), "a consent to the whole plan names no whereabouts");
    assert_eq!(heard(&case, &plan, day(14))[0].plan.roles.len(), 1);

    case.meetings[1].place_reveals = false;
    case.person.protection = None;
    case.grounds.push(Ground { scope: Scope::Kinds, kinds: vec![InformationKind::Practical], ..consent(72, some) });
    mark(&mut case, Some(some), "Lena", Presence::Came, 1);
    case.roles[0].party = Some(all);
    let plan = plan::build(&case, &organisation(), &[], day(14));
    let shown = heard(&case, &plan, day(14));
    assert!(shown[0].plan.roles.is_empty(), "{:?}", shown[0].plan.roles);
}
