use super::*;
use crate::{acts::*, codes::*, drafts::*, gate::permit, ids::*, testing::*};
use proptest::prelude::*;

const MOTHER: PartyId = PartyId(uuid::Uuid::from_u128(50));
const FATHER: PartyId = PartyId(uuid::Uuid::from_u128(51));
const UNIT: PartyId = PartyId(uuid::Uuid::from_u128(52));
const PARTIES: [PartyId; 3] = [MOTHER, FATHER, UNIT];

/// What is written where protection hides it: one word of its own for each place.
fn marked(protection: [Option<Protection>; 4], lives_with: [bool; 2], meeting: Meeting, grounds: Vec<Ground>) -> Case {
    let mut case = lawful_case();
    case.person.protection = protection[0];
    case.person.address = "BOSTAD".into();
    case.person.phone = "MOBIL".into();
    case.person.email = "EPOST".into();
    case.person.municipality = "HEMORT".into();
    let close = |number, name: &str, protection, lives_with| Party {
        phone: format!("TELEFON-{name}"),
        address: format!("ADRESS-{name}"),
        protection,
        lives_with,
        ..party(number, PartyKind::Guardian)
    };
    let unit = Party { protection: protection[3], kind: Some(PartyKind::Region), ..close(52, "ENHET", None, false) };
    case.parties = vec![close(50, "MOR", protection[1], lives_with[0]), close(51, "FAR", protection[2], lives_with[1]), unit];
    case.roles = PARTIES
        .iter()
        .zip(["MOR", "FAR", "ENHET"])
        .map(|(party, name)| Role {
            role: Some(RoleCode::SupportPerson),
            party: Some(*party),
            phone: format!("ROLL-{name}"),
            ..Role::default()
        })
        .collect();
    case.meetings = vec![meeting];
    case.grounds = grounds;
    let plan = crate::plan::build(&case, &organisation(), &[], day(3));
    let mut plan = plan;
    // Fixed before anybody was protected.
    plan.roles.iter_mut().zip(["MOR", "FAR", "ENHET"]).for_each(|(role, name)| role.phone = format!("ROLL-{name}"));
    case.versions = vec![Version {
        id: VersionId(id(70)),
        at: at(3),
        by: String::new(),
        number: 1,
        meeting: Some(MeetingId(id(60))),
        change: String::new(),
        content: serde_json::to_string(&plan).unwrap(),
        hash: String::new(),
    }];
    case
}

fn meeting(place_reveals: bool, apart: Option<MeetApart>) -> Meeting {
    Meeting {
        id: MeetingId(id(60)),
        kind: Some(MeetingKind::First),
        held_on: day(3).to_string(),
        place: "LOKAL".into(),
        link: "LÄNK".into(),
        safety: "FARA".into(),
        place_reveals,
        apart,
        ..Meeting::default()
    }
}

fn any_protection() -> impl Strategy<Value = Option<Protection>> {
    proptest::option::of(proptest::sample::select(Protection::ALL))
}

fn any_grounds() -> impl Strategy<Value = Vec<Ground>> {
    let kinds = proptest::sample::subsequence(InformationKind::ALL, 0..=InformationKind::ALL.len());
    let ground = (proptest::sample::select(&PARTIES[..]), proptest::sample::select(Scope::ALL), kinds);
    let ground = ground.prop_map(|(party, scope, kinds)| Ground { scope, kinds, ..consent(0, party) });
    proptest::collection::vec(ground, 0..5).prop_map(|mut grounds| {
        grounds.iter_mut().zip(100..).for_each(|(ground, number)| ground.id = GroundId(id(number)));
        grounds
    })
}

fn json(case: &Case) -> String {
    serde_json::to_string(case).unwrap()
}

/// The marks of a party's contact data.
fn contact(party: PartyId) -> [String; 3] {
    let name = match party {
        MOTHER => "MOR",
        FATHER => "FAR",
        _ => "ENHET",
    };
    [format!("TELEFON-{name}"), format!("ADRESS-{name}"), format!("ROLL-{name}")]
}

const PERSON: [&str; 4] = ["BOSTAD", "MOBIL", "EPOST", "HEMORT"];

proptest! {
    /// The rule said again from the outside, on the bytes: whoever's data are protected is found on no screen and on nobody
    /// else's paper, and neither is a place that reveals.
    #[test]
    fn what_is_protected_stands_in_no_byte_that_others_see(
        protection in proptest::array::uniform4(any_protection()),
        lives_with in proptest::array::uniform2(any::<bool>()),
        place_reveals in any::<bool>(),
        apart in proptest::option::of(proptest::sample::select(MeetApart::ALL)),
        grounds in any_grounds(),
    ) {
        let case = marked(protection, lives_with, meeting(place_reveals, apart), grounds);
        let home = [MOTHER, FATHER].into_iter().zip(lives_with).any(|(guardian, lives)| lives && case.party(guardian).is_some_and(Party::is_protected));
        let person_protected = protection[0].is_some_and(|level| level != Protection::None) || home;

        let recipients = [Recipient::Person, Recipient::OwnFile].into_iter().chain(PARTIES.map(Recipient::Party));
        let permits: Vec<Permit> = recipients.filter_map(|to| permit(&case, to, Purpose::Read, day(3)).ok()).collect();
        let seen = permits.iter().map(|permit| (Some(permit), json(&veil(&case, Viewer::Recipient(permit, by_kind)))));
        for (permit, bytes) in seen.chain([(None, json(&veil(&case, Viewer::Screen)))]) {
            let to = permit.and_then(|permit| permit.recipient().party());
            for mark in PERSON {
                prop_assert!(!(person_protected && bytes.contains(mark)), "{mark} to {to:?}");
            }
            for party in PARTIES.into_iter().filter(|party| to != Some(*party) && case.party(*party).is_some_and(Party::is_protected)) {
                for mark in contact(party) {
                    prop_assert!(!bytes.contains(&mark), "{mark} to {to:?}");
                }
            }
            if let Some(permit) = permit {
                let party = to.and_then(|party| case.party(party));
                let at_home = party.is_some_and(|party| party.is_protected() || party.lives_with);
                let knows = at_home || permit.may_see(&[InformationKind::Whereabouts], None);
                prop_assert!(knows || !place_reveals || !bytes.contains("LOKAL"), "the place to {to:?}");
                prop_assert!(!bytes.contains("FARA"), "what only the leader sees, to {to:?}");
            }
        }
    }

    /// Protected or not: how to reach one guardian never stands in what the other gets.
    #[test]
    fn one_guardians_contact_data_never_reach_the_other(protection in proptest::array::uniform4(any_protection()), grounds in any_grounds()) {
        let case = marked(protection, [true, false], meeting(false, None), grounds);
        if let Ok(permit) = permit(&case, Recipient::Party(FATHER), Purpose::Read, day(3)) {
            let bytes = json(&veil(&case, Viewer::Recipient(&permit, by_kind)));
            prop_assert!(contact(MOTHER).iter().all(|mark| !bytes.contains(mark)));
            // The child's home is the mother's.
            prop_assert!(PERSON.iter().all(|mark| !bytes.contains(mark)));
            prop_assert!(contact(FATHER).iter().all(|mark| bytes.contains(mark)), "the father's own data are his");
        }
    }

    /// What is frozen holds no contact data that were protected when it was.
    #[test]
    fn a_fixed_plan_holds_no_protected_contact_data(protection in proptest::array::uniform4(any_protection())) {
        let case = marked(protection, [true, false], meeting(true, None), Vec::new());
        let content = serde_json::to_string(&crate::plan::build(&case, &organisation(), &[], day(3))).unwrap();
        for party in case.parties.iter().filter(|party| party.is_protected()) {
            prop_assert!(contact(party.id).iter().all(|mark| !content.contains(mark)));
        }
        prop_assert!(PERSON.iter().all(|mark| !content.contains(mark)));
    }
}

/// Stands for the words of a kind.
fn by_kind(_: Option<PartyKind>) -> String {
    "en part".to_owned()
}

/// A protected child with a school and a unit, of which the school's name tells where.
fn at_school() -> Case {
    let mut case = marked([Some(Protection::Marked), None, None, None], [false, false], meeting(false, None), vec![consent(103, UNIT)]);
    let school = Party {
        organisation: "FJÄLLKOMMUN".into(),
        unit: "FJÄLL\"SKOLAN\"".into(),
        name: "LÄRAREN".into(),
        phone: "SKOLTELEFON".into(),
        reveals: true,
        ..party(53, PartyKind::School)
    };
    case.goals = vec![Goal { text: "Trivas på FJÄLL\"SKOLAN\" i år".into(), ..Goal::default() }];
    case.meetings[0].place = "FJÄLL\"SKOLAN\", sal 2".into();
    case.measures[0].unit.clone_from(&school.unit);
    case.parties.push(school);
    let content = serde_json::to_string(&crate::plan::build(&case, &organisation(), &[], day(3))).unwrap();
    case.versions[0].content = content;
    case
}

#[test]
fn a_name_that_tells_where_somebody_is_stands_as_its_kind_for_whoever_may_not_know() {
    let case = at_school();
    let seen = |case: &Case, to| json(&veil(case, Viewer::Recipient(&permit(case, to, Purpose::Read, day(3)).unwrap(), by_kind)));
    let bytes = seen(&case, Recipient::Party(UNIT));
    for name in ["SKOLAN", "FJÄLL", "LÄRAREN", "SKOLTELEFON"] {
        assert!(!bytes.contains(name), "{name}: {bytes}");
    }
    assert!(bytes.contains("Trivas på en part i år"), "{bytes}");
    let told = veil(&case, Viewer::Recipient(&permit(&case, Recipient::Party(UNIT), Purpose::Read, day(3)).unwrap(), by_kind));
    assert_eq!(told.parties.last().unwrap().title_line(), "en part");
    assert!(crate::plan::thaw(&told.versions[0].content).is_some_and(|plan| plan.goals[0].text.contains("en part")), "what is frozen too");
    for to in [Recipient::Person, Recipient::OwnFile] {
        assert!(seen(&case, to).contains("LÄRAREN"), "{to:?}");
    }
    let place =
        |case: &Case| meeting_for(case, &case.meetings[0], &permit(case, Recipient::Party(UNIT), Purpose::Attend, day(2)).unwrap()).place;
    assert_eq!(place(&case), "LÄNK");

    let mut open = case.clone();
    open.grounds[0] = Ground { scope: Scope::Kinds, kinds: vec![InformationKind::Whereabouts], ..consent(103, UNIT) };
    assert!(seen(&open, Recipient::Party(UNIT)).contains("SKOLTELEFON"), "a ground that names whereabouts");
    let mut unprotected = case.clone();
    unprotected.person.protection = None;
    assert!(seen(&unprotected, Recipient::Party(UNIT)).contains("SKOLTELEFON"), "nobody is protected");
}

#[test]
fn a_name_is_hidden_in_whatever_capitals_it_is_written() {
    let mut case = at_school();
    case.goals[0].text = "fjäll\"Skolan\" är bra, säger Fjäll\"skolan\"s kurator".into();
    case.versions[0].content = serde_json::to_string(&crate::plan::build(&case, &organisation(), &[], day(3))).unwrap();
    let seen = veil(&case, Viewer::Recipient(&permit(&case, Recipient::Party(UNIT), Purpose::Read, day(3)).unwrap(), by_kind));
    assert_eq!(seen.goals[0].text, "en part är bra, säger en parts kurator");
    assert!(!json(&seen).to_lowercase().contains("skolan"));
}

/// A school may be called what the program calls a way of sending.
#[test]
fn a_name_that_is_one_of_the_programs_codes_is_hidden_in_what_is_typed() {
    let mut case = at_school();
    case.parties.last_mut().unwrap().unit = "Region".into();
    case.goals[0].text = "Trivas på Region i år".into();
    case.versions[0].content = serde_json::to_string(&crate::plan::build(&case, &organisation(), &[], day(3))).unwrap();
    let seen = veil(&case, Viewer::Recipient(&permit(&case, Recipient::Party(UNIT), Purpose::Read, day(3)).unwrap(), by_kind));
    assert_eq!(seen.goals[0].text, "Trivas på en part i år");
    assert_eq!(seen.party(UNIT).unwrap().kind, Some(PartyKind::Region), "codes stay");
    let plan = crate::plan::thaw(&seen.versions[0].content).expect("what is frozen can be read");
    assert_eq!(plan.goals[0].text, "Trivas på en part i år");
}

/// What the unit reads, where the school is called by a name and a goal is written.
fn told_of(name: &str, goal: &str, at: Option<chrono::DateTime<chrono::Utc>>) -> (Case, Case) {
    let mut case = at_school();
    case.parties.last_mut().unwrap().unit = name.into();
    case.goals[0].text = goal.into();
    case.versions[0].content = serde_json::to_string(&crate::plan::build(&case, &organisation(), &[], day(3))).unwrap();
    case.versions[0].hash = "facade01".repeat(8);
    case.versions[0].at = at.unwrap_or(case.versions[0].at);
    let seen = veil(&case, Viewer::Recipient(&permit(&case, Recipient::Party(UNIT), Purpose::Read, day(3)).unwrap(), by_kind));
    (case, seen)
}

#[test]
fn a_name_that_stands_in_what_is_reckoned_is_hidden_in_what_is_typed_alone() {
    for name in ["T08", "T09", "202", "2027", "09:00", "01-14T09", "Facade"] {
        let (case, seen) = told_of(name, &format!("Trivas på {name} i år"), None);
        assert_eq!(seen.goals[0].text, "Trivas på en part i år", "{name}");
        assert_eq!((seen.versions[0].at, &seen.versions[0].hash), (case.versions[0].at, &case.versions[0].hash), "{name}");
        let plan = crate::plan::thaw(&seen.versions[0].content).expect("what is frozen can be read");
        assert_eq!((plan.goals[0].text.as_str(), plan.meeting.unwrap().on), ("Trivas på en part i år", Some(day(3))), "{name}");
    }
}

/// No clock stands there, but what cannot be hidden must not be shown, whatever the reason.
#[test]
fn a_name_that_cannot_be_hidden_leaves_nothing_that_is_typed() {
    let far = NaiveDate::from_ymd_opt(12027, 1, 14).unwrap().and_hms_opt(9, 0, 0).unwrap().and_utc();
    let (case, seen) = told_of("12027", "Trivas på 12027 i år", Some(far));
    assert_eq!((seen.id, &seen.number, &seen.person.identity), (case.id, &case.number, &case.person.identity));
    assert!(seen.goals.is_empty() && seen.versions.is_empty() && !json(&seen).contains("12027"));
}

#[test]
fn a_name_is_hidden_as_a_word_and_not_within_others() {
    for (name, written, read) in [
        ("Rehab", "Rehab: rehabilitering på rehab, Rehabs tider.", "en part: rehabilitering på en part, en parts tider."),
        ("Rehab", "Rehabavdelningen, prerehab, 1rehab, Rehab2, rehab-rummet", "Rehabavdelningen, prerehab, 1rehab, Rehab2, en part-rummet"),
        ("Solen", "Konsolen står på Solen.", "Konsolen står på en part."),
        ("Fjällskolan", "Fjällskolans elever, fjällskolanelever, Storfjällskolan.", "en parts elever, en part, Storfjällskolan."),
        ("Solen (Ö)", "Ossolen (ö)x men Solen (Ö)s", "Ossolen (ö)x men en parts"),
    ] {
        assert_eq!(told_of(name, written, None).1.goals[0].text, read, "{name}");
    }
    let mut case = at_school();
    case.parties.last_mut().unwrap().unit = "Solen".into();
    let place = |case: &mut Case, place: &str| {
        case.meetings[0].place = place.into();
        meeting_for(case, &case.meetings[0], &permit(case, Recipient::Party(UNIT), Purpose::Attend, day(2)).unwrap()).place
    };
    assert_eq!(place(&mut case, "Rummet bakom konsolen"), "Rummet bakom konsolen");
    assert_eq!(place(&mut case, "Solens matsal"), "LÄNK");
}

#[test]
fn the_keeper_s_own_name_and_another_partys_name_stay() {
    let mut case = at_school();
    let mut other = case.party(UNIT).unwrap().clone();
    other.organisation = "FJÄLLKOMMUN".into();
    case.parties[2] = other;
    let bytes = json(&veil(&case, Viewer::Recipient(&permit(&case, Recipient::Party(UNIT), Purpose::Read, day(3)).unwrap(), by_kind)));
    assert!(bytes.contains("FJÄLLKOMMUN") && !bytes.contains("SKOLAN"));
}

fn both_come(protection: Option<Protection>, lives_with: bool) -> Case {
    let grounds = vec![consent(101, MOTHER), consent(102, FATHER)];
    marked([None, protection, None, None], [lives_with, false], meeting(false, None), grounds)
}

fn asks(case: &Case) -> bool {
    asks_apart(case, &case.meetings[0], day(2))
}

#[test]
fn it_is_asked_how_two_can_meet_of_whom_one_is_protected() {
    let case = both_come(Some(Protection::ProtectedRegistration), true);
    assert!(asks(&case));
    assert!(!asks(&both_come(None, true)), "nobody is protected");
    assert!(!asks(&both_come(Some(Protection::None), true)));

    let mut alone = case.clone();
    alone.grounds.retain(|ground| ground.party == MOTHER);
    assert!(!asks(&alone), "the other may not come");

    let mut answered = case.clone();
    answered.meetings[0].apart = Some(MeetApart::Video);
    assert!(!asks(&answered));
    assert!(!asks_apart(&case, &case.meetings[0], day(4)), "the meeting has been");
}

#[test]
fn whoever_is_apart_by_video_is_told_the_link_and_not_the_room() {
    let mut case = both_come(Some(Protection::Marked), true);
    case.meetings[0].apart = Some(MeetApart::Video);
    let told = |party| {
        let permit = permit(&case, Recipient::Party(party), Purpose::Attend, day(2)).unwrap();
        meeting_for(&case, &case.meetings[0], &permit)
    };
    assert_eq!((told(MOTHER).place.as_str(), told(MOTHER).form), ("LÄNK", Some(MeetingForm::Video)));
    assert_eq!((told(FATHER).place.as_str(), told(FATHER).form), ("LOKAL", None));
}

#[test]
fn a_revealing_place_is_told_to_whoever_lives_there_or_has_a_ground_that_names_it() {
    let mut case = both_come(Some(Protection::Marked), true);
    case.meetings[0].place_reveals = true;
    case.meetings[0].link.clear();
    let place = |case: &Case, party| {
        let permit = permit(case, Recipient::Party(party), Purpose::Attend, day(2)).unwrap();
        meeting_for(case, &case.meetings[0], &permit).place
    };
    assert_eq!((place(&case, MOTHER).as_str(), place(&case, FATHER).as_str()), ("LOKAL", ""));
    case.grounds[1] = Ground { scope: Scope::Kinds, kinds: vec![InformationKind::Whereabouts], ..consent(102, FATHER) };
    assert_eq!(place(&case, FATHER), "LOKAL");
}

#[test]
fn the_screen_keeps_what_is_needed_to_work() {
    let case = both_come(Some(Protection::Marked), true);
    let seen = veil(&case, Viewer::Screen);
    assert_eq!(seen.meetings, case.meetings);
    assert_eq!(seen.party(FATHER), case.party(FATHER), "whoever is not protected is seen as before");
    assert_eq!(seen.person.name(), case.person.name());
    assert_eq!(seen.party(MOTHER).map(Party::is_protected), Some(true), "whoever works with the case knows of the protection");
    assert_eq!(veil(&seen, Viewer::Screen), seen);
}

#[test]
fn being_protected_opens_nothing_of_where_somebody_else_is() {
    let mut case = both_come(Some(Protection::ProtectedRegistration), true);
    case.parties[1].protection = Some(Protection::Marked);
    case.meetings[0].place_reveals = true;
    case.meetings[0].link.clear();
    let told = |case: &Case, party| {
        let permit = permit(case, Recipient::Party(party), Purpose::Attend, day(2)).unwrap();
        (meeting_for(case, &case.meetings[0], &permit).place, permit.may_see(&[InformationKind::Whereabouts], None))
    };
    assert_eq!(told(&case, FATHER), (String::new(), false), "the father's protection is his own");
    assert_eq!(told(&case, MOTHER), ("LOKAL".to_owned(), true), "it is the mother's home");
    case.parties[0].protection = None;
    case.person.protection = None;
    assert_eq!(told(&case, FATHER), ("LOKAL".to_owned(), true), "nobody else is protected");
    assert_eq!(told(&case, MOTHER), (String::new(), false), "it may be the father's place that it tells");
}

#[test]
fn two_who_are_protected_are_kept_apart_too() {
    let mut case = both_come(Some(Protection::Marked), true);
    case.parties[1].protection = Some(Protection::Marked);
    assert!(asks(&case));
    case.parties[1].lives_with = true;
    assert!(!asks(&case), "they live together");
    case.parties[1].lives_with = false;
    case.parties[0].protection = None;
    assert!(asks(&case), "the one who is protected may be found by the one at home");
}

#[test]
fn what_another_case_says_of_the_home_holds_here() {
    let mut case = both_come(None, false);
    case.meetings[0].place_reveals = true;
    assert!(!case.has_protected_data());
    case.home_is_protected = true;
    assert!(case.has_protected_data() && asks(&case));
    let seen = json(&veil(&case, Viewer::Screen));
    assert!(PERSON.iter().all(|mark| !seen.contains(mark)), "{seen}");
    for party in [MOTHER, FATHER] {
        let permit = permit(&case, Recipient::Party(party), Purpose::Read, day(2)).unwrap();
        assert!(!permit.may_see(&[InformationKind::Whereabouts], None));
        assert!(!json(&veil(&case, Viewer::Recipient(&permit, by_kind))).contains("LOKAL"));
    }
}
