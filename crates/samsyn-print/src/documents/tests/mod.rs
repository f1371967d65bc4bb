mod calls;
mod case;
mod child;
mod golden;
mod held;
mod papers;
mod pictures;
mod random;
mod samples;

use super::*;
use crate::plain_text;
use case::{ASSOCIATION, CARE_CENTRE, CLINIC, EMPLOYER, FIRST, SISTER, case, day, id, law, organisation};
use samples::samples;
use samsyn_plan::codes::Wording;
use samsyn_plan::gate::{Purpose, Recipient, permit};
use samsyn_plan::ids::{MeetingId, PartyId};
use samsyn_plan::plan::thaw;

#[derive(Clone)]
struct Stage {
    case: Case,
    organisation: Organisation,
    agreements: Agreements,
    law: Vec<LawReference>,
    today: NaiveDate,
}

impl Stage {
    fn new() -> Self {
        Self { case: case(), organisation: organisation(), agreements: Agreements::default(), law: law(), today: day(16) }
    }

    fn source(&self) -> Source<'_> {
        Source {
            texts: Texts::swedish(),
            case: &self.case,
            organisation: &self.organisation,
            logo: None,
            agreements: &self.agreements,
            law: &self.law,
            today: self.today,
            kind_known: true,
        }
    }

    fn permit(&self, party: u128, purpose: Purpose) -> Permit {
        permit(&self.case, Recipient::Party(PartyId(id(party))), purpose, self.today).unwrap()
    }

    fn call(&self, party: u128) -> Document {
        let meeting = self.case.meeting(MeetingId(id(FIRST))).unwrap();
        call(&self.source(), meeting, self.case.party(PartyId(id(party))).unwrap(), &self.permit(party, Purpose::Attend))
    }

    fn letter(&self) -> Document {
        let own = permit(&self.case, Recipient::Person, Purpose::Attend, self.today).unwrap();
        letter(&self.source(), self.case.meeting(MeetingId(id(FIRST))).unwrap(), &own)
    }

    fn copy(&self, party: u128) -> Document {
        plan_copy(&self.source(), &self.case.versions[0], &self.permit(party, Purpose::Read)).unwrap()
    }
}

#[test]
fn every_paper_has_its_golden_text() {
    for (name, document) in samples() {
        insta::assert_snapshot!(name, plain_text(&document));
    }
}

#[test]
fn no_paper_lacks_words() {
    for (name, document) in samples() {
        let text = plain_text(&document);
        for family in ["[paper-", "[terms-", "[information-", "[manner-", "[scope-", "[principal-", "[measure-", "[goal-"] {
            assert!(!text.contains(family), "{name} lacks words: {text}");
        }
    }
}

#[test]
fn every_key_in_the_code_has_words() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/documents");
    let sources = std::fs::read_dir(here).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut asked = 0;
    for source in sources.map(|path| std::fs::read_to_string(path).unwrap()) {
        // What ends with a hyphen is the beginning of a key.
        let is_key = |part: &&str| part.starts_with("paper-") && !part.contains('{') && !part.ends_with('-');
        for key in source.split('"').filter(is_key) {
            assert!(Texts::swedish().has(key), "{key} has no words");
            asked += 1;
        }
    }
    assert!(asked > 200, "only {asked} keys were found");
}

#[test]
fn no_header_or_title_names_the_person() {
    for (name, document) in samples() {
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
    for (name, document) in samples() {
        assert_eq!(document.draft, name.ends_with("_draft"), "{name}");
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
