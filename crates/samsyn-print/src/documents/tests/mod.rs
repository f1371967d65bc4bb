mod calls;
mod case;
mod child;
mod golden;
mod papers;
mod random;

use super::*;
use crate::plain_text;
use case::{ASSOCIATION, CARE_CENTRE, CLINIC, EMPLOYER, FIRST, SISTER, case, day, id, law, organisation};
use samsyn_plan::codes::Wording;
use samsyn_plan::gate::{Purpose, Recipient, permit};
use samsyn_plan::ids::{MeetingId, PartyId};
use samsyn_plan::plan::thaw;

struct Stage {
    case: Case,
    organisation: Organisation,
    agreements: Agreements,
    law: Vec<LawReference>,
}

impl Stage {
    fn new() -> Self {
        Self { case: case(), organisation: organisation(), agreements: Agreements::default(), law: law() }
    }

    fn source(&self) -> Source<'_> {
        Source {
            texts: Texts::swedish(),
            case: &self.case,
            organisation: &self.organisation,
            agreements: &self.agreements,
            law: &self.law,
            today: day(16),
            kind_known: true,
        }
    }

    fn permit(&self, party: u128, purpose: Purpose) -> Permit {
        permit(&self.case, Recipient::Party(PartyId(id(party))), purpose, day(16)).unwrap()
    }

    fn call(&self, party: u128) -> Document {
        let meeting = self.case.meeting(MeetingId(id(FIRST))).unwrap();
        call(&self.source(), meeting, self.case.party(PartyId(id(party))).unwrap(), &self.permit(party, Purpose::Attend))
    }

    fn letter(&self) -> Document {
        let own = permit(&self.case, Recipient::Person, Purpose::Attend, day(16)).unwrap();
        letter(&self.source(), self.case.meeting(MeetingId(id(FIRST))).unwrap(), &own)
    }

    fn copy(&self, party: u128) -> Document {
        plan_copy(&self.source(), &self.case.versions[0], &self.permit(party, Purpose::Read)).unwrap()
    }

    fn all(&self) -> Vec<(&'static str, Document)> {
        let source = self.source();
        let key = recovery_key(source.texts, source.organisation, "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ", self.case.opened_at);
        vec![
            ("sip_yes", sip_yes(&source)),
            ("preparation", preparation(&source)),
            ("consents", consents(&source)),
            ("call_clinic", self.call(CLINIC)),
            ("call_care_centre", self.call(CARE_CENTRE)),
            ("invitation_sister", self.call(SISTER)),
            ("invitation_association", self.call(ASSOCIATION)),
            ("letter", self.letter()),
            ("plan_draft", plan_draft(&source)),
            ("plan_version", plan_version(&source, &self.case.versions[0]).unwrap()),
            ("difference", difference(&source, &self.case.versions[0], &self.case.versions[1]).unwrap()),
            ("own_page", own_page(&source, &self.case.versions[1], Wording::Plain).unwrap()),
            ("copy_clinic", self.copy(CLINIC)),
            ("copy_care_centre", self.copy(CARE_CENTRE)),
            ("copy_sister", self.copy(SISTER)),
            ("copy_association", self.copy(ASSOCIATION)),
            ("copy_employer", self.copy(EMPLOYER)),
            ("deviation", deviation(&source, &self.case.deviations[0])),
            ("follow_up", follow_up(&source, &self.case.follow_ups[0])),
            ("closing", closing(&source, &self.case.closings[0])),
            ("disclosures", disclosures(&source)),
            ("recovery_key", key),
            ("own_page_easy", own_page(&source, &self.case.versions[1], Wording::Easy).unwrap()),
            ("own_page_child", own_page(&source, &self.case.versions[1], Wording::Child).unwrap()),
            ("child_sheet", child_sheet(&source)),
            ("whole_file", whole_file(&source)),
        ]
    }
}

#[test]
fn every_paper_has_its_golden_text() {
    for (name, document) in Stage::new().all() {
        insta::assert_snapshot!(name, plain_text(&document));
    }
}

#[test]
fn no_paper_lacks_words() {
    for (name, document) in Stage::new().all() {
        let text = plain_text(&document);
        for family in ["[paper-", "[terms-", "[information-", "[manner-", "[scope-", "[principal-", "[measure-", "[goal-"] {
            assert!(!text.contains(family), "{name} lacks words: {text}");
        }
    }
}

#[test]
fn every_key_in_the_code_has_words() {
    let sources = [
        include_str!("../mod.rs"),
        include_str!("../after.rs"),
        include_str!("../agreement.rs"),
        include_str!("../call.rs"),
        include_str!("../child.rs"),
        include_str!("../child_sheet.rs"),
        include_str!("../difference.rs"),
        include_str!("../journal.rs"),
        include_str!("../log.rs"),
        include_str!("../own_page.rs"),
        include_str!("../plan.rs"),
        include_str!("../signing.rs"),
        include_str!("../whole_file.rs"),
        include_str!("../words.rs"),
        include_str!("../worklist.rs"),
    ];
    let keys = sources.iter().flat_map(|source| source.split('"')).filter(|part| part.starts_with("paper-") && !part.contains('{'));
    for key in keys {
        assert!(Texts::swedish().has(key), "{key} has no words");
    }
}

#[test]
fn no_header_or_title_names_the_person() {
    for (name, document) in Stage::new().all() {
        let outside = format!("{} {} {:?}", document.title, document.header, document.subject);
        for word in ["Karin", "Lövgren", "19830417", "830417"] {
            assert!(!outside.contains(word), "{name} names the person: {outside}");
        }
    }
}

#[test]
fn a_call_tells_no_name_and_no_more_than_its_ground() {
    let stage = Stage::new();
    for party in [CLINIC, CARE_CENTRE, ASSOCIATION] {
        let text = plain_text(&stage.call(party));
        assert!(text.contains("K.L."), "{text}");
        assert!(!text.contains("Lövgren-Åhs") && !text.contains("19830417"), "{text}");
    }
    let invited = plain_text(&stage.call(ASSOCIATION));
    for told in ["återfallsprevention", "läkemedlen", "Beroendeenheten", "behandlingen"] {
        assert!(!invited.contains(told), "{told} in {invited}");
    }
    assert!(plain_text(&stage.call(CLINIC)).contains("Vem följer upp läkemedlen?"));
    let sister = plain_text(&stage.call(SISTER));
    assert!(sister.contains("återfallsprevention") && !sister.contains("läkemedlen"), "{sister}");
}

#[test]
fn a_copy_holds_what_its_ground_opens_and_says_that_something_is_left_out() {
    let stage = Stage::new();
    let left_out = Texts::swedish().get("paper-left-out");
    let text = |party| plain_text(&stage.copy(party));
    assert!(text(CLINIC).contains("Samtal om återgång i arbete"));
    let care_centre = text(CARE_CENTRE);
    assert!(!care_centre.contains("återgång i arbete") && care_centre.contains("läkemedelsbehandling"), "{care_centre}");
    assert!(care_centre.contains(&left_out));
    let sister = text(SISTER);
    assert!(!sister.contains("läkemedelsbehandling") && sister.contains("Återfallsprevention"), "{sister}");
    assert!(!sister.contains("19830417"), "{sister}");
    let association = text(ASSOCIATION);
    assert!(association.contains("Kamratstöd"), "{association}");
    for told in ["Återfallsprevention", "depression", "Karin", "dricka", "Beroendeenheten"] {
        assert!(!association.contains(told), "{told} in {association}");
    }
    let employer = text(EMPLOYER);
    assert!(employer.contains("stöd för återgång i arbete"), "{employer}");
    for told in ["Kamratstöd", "Återfallsprevention", "Lövgren", "Nexus, rum 2"] {
        assert!(!employer.contains(told), "{told} in {employer}");
    }
    assert!(employer.contains(&left_out));
}

#[test]
fn the_whole_plan_leaves_nothing_out() {
    let stage = Stage::new();
    let text = plain_text(&plan_version(&stage.source(), &stage.case.versions[0]).unwrap());
    let plan = thaw(&stage.case.versions[0].content).unwrap();
    let goals = plan.goals.iter().map(|goal| &goal.text);
    let lines =
        goals.chain(plan.measures.iter().map(|measure| &measure.text)).chain(plan.other_measures.iter().map(|measure| &measure.text));
    for line in lines.chain([&plan.coordinator, &plan.own_words, &stage.case.versions[0].hash]) {
        assert!(text.contains(line.as_str()), "{line} is missing in {text}");
    }
    assert!(text.contains("Övergripande ansvar: Kommunen"));
    assert!(!text.contains(&Texts::swedish().get("paper-left-out")));
}

#[test]
fn only_the_draft_is_marked_as_one() {
    for (name, document) in Stage::new().all() {
        assert_eq!(document.draft, name == "plan_draft", "{name}");
    }
}

#[test]
fn a_protected_address_stands_on_no_paper() {
    let mut stage = Stage::new();
    assert!(plain_text(&stage.letter()).contains("Storgatan 5"));
    stage.case.person.protection = Some(samsyn_plan::codes::Protection::Marked);
    for (name, document) in stage.all() {
        assert!(!plain_text(&document).contains("Storgatan 5"), "{name}");
    }
}

#[test]
fn a_blank_sheet_has_room_to_write() {
    let mut stage = Stage::new();
    let lines = |stage: &Stage| preparation(&stage.source()).blocks.iter().filter(|block| matches!(block, Block::WritingLines(_))).count();
    let filled = lines(&stage);
    stage.case.preparation = samsyn_plan::drafts::Preparation::default();
    assert_eq!(lines(&stage), 9);
    assert!(filled < 9);
}

#[test]
fn a_withdrawal_has_its_golden_text() {
    use samsyn_plan::{acts::Withdrawal, codes::Manner, ids::RecordId};
    let mut stage = Stage::new();
    let ground = stage.case.grounds.iter().find(|ground| ground.party == PartyId(id(CARE_CENTRE))).unwrap().id;
    let entry = Withdrawal {
        id: RecordId(id(0xe9)),
        at: day(16).and_time(NaiveTime::MIN).and_utc(),
        by: "Per Nyström".into(),
        ground,
        from: day(16),
        manner: Manner::Oral,
        told: "Per ringde hälsocentralen.".into(),
    };
    stage.case.withdrawals.push(entry.clone());
    insta::assert_snapshot!("withdrawal", plain_text(&withdrawal(&stage.source(), &entry).unwrap()));
}
