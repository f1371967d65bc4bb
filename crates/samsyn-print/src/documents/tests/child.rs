//! What a child's papers say, and to whom.

use super::*;
use samsyn_plan::acts::{ConsentJudgement, Ground, KnowJudgement};
use samsyn_plan::codes::{Coded, InformationKind, KnowGround, PartyKind, Protection, Scope};
use samsyn_plan::drafts::Party;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::ids::{GroundId, RecordId};

const MOTHER: u128 = 0x1a;
const OPINION: &str = "Jag vill klara trean och inte ha sju vuxna som frågar samma sak.";
const PHONE: &str = "070-000 00 00";

/// The case as if it were about a child of 17, with a mother who is protected.
pub(super) fn stage() -> Stage {
    let mut stage = Stage::new();
    let case = &mut stage.case;
    case.person.identity = IdentityNumber::parse("20090312-2398", false, day(0)).unwrap();
    case.parties.push(Party {
        id: PartyId(id(MOTHER)),
        kind: Some(PartyKind::Guardian),
        unit: "mor".into(),
        name: "Sara Tuolja".into(),
        phone: PHONE.into(),
        protection: Some(Protection::ProtectedRegistration),
        lives_with: true,
        ..Party::default()
    });
    case.child.opinion = OPINION.into();
    case.child.opinion_by = "Olle Pettersson, i enrum".into();
    case.child.best_interests = "Att få stöd tidigt och i skolan.".into();
    case.child.kinds = vec![InformationKind::Addiction, InformationKind::Schooling];
    case.consent_judgements.push(ConsentJudgement {
        id: RecordId(id(0x101)),
        at: case.opened_at,
        by: "Olle Pettersson".into(),
        child: true,
        guardians: vec![PartyId(id(MOTHER))],
        maturity: "17 år, förstår och vill".into(),
        reason: "Han avgör själv det som rör honom.".into(),
        judged_by: "Olle Pettersson, socialsekreterare".into(),
        on: day(1),
    });
    let by_mother = case.grounds.iter().cloned().zip(0x111..).map(|(ground, number)| samsyn_plan::acts::Ground {
        id: samsyn_plan::ids::GroundId(id(number)),
        given_by: Some(PartyId(id(MOTHER))),
        interpreter: "Nordsamiska, Márjá Tuolja".into(),
        ..ground
    });
    let by_mother: Vec<_> = by_mother.collect();
    case.grounds.extend(by_mother);
    let mut yes = case.sip_yeses[0].clone();
    yes.given_by = Some(PartyId(id(MOTHER)));
    case.sip_yeses.push(yes);
    let fixed = samsyn_plan::plan::fix(case, &organisation(), &law(), day(16)).expect("lawful");
    case.versions[0].content = fixed.content().to_owned();
    stage
}

#[test]
fn the_plan_prints_the_childs_own_words_and_the_guardians_by_name_alone() {
    let stage = stage();
    let text = plain_text(&plan_version(&stage.source(), &stage.case.versions[0]).unwrap());
    for said in ["Sara Tuolja", OPINION, "Frågat av: Olle Pettersson, i enrum", "Att få stöd tidigt och i skolan."] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    assert!(!text.contains(PHONE));
}

#[test]
fn what_concerns_the_child_reaches_only_whoever_may_know_what_it_gives_away() {
    let stage = stage();
    for (party, may) in [(SISTER, true), (CLINIC, false), (CARE_CENTRE, false), (ASSOCIATION, false)] {
        let text = plain_text(&stage.copy(party));
        assert_eq!(text.contains(OPINION), may, "{party:x}: {text}");
        assert_eq!(text.contains("Sara Tuolja"), may, "{party:x}");
        assert!(text.contains(&Texts::swedish().get("paper-left-out")), "it is said that something is left out");
    }
}

#[test]
fn the_consents_say_who_gave_each_by_which_judgement_and_who_interpreted() {
    let stage = stage();
    let text = plain_text(&consents(&stage.source()));
    for said in ["Samtycke behövs från", "Han avgör själv", "Svarat av", "Nordsamiska, Márjá Tuolja", "Karin Lövgren-Åhs"] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    assert_eq!(text.matches("Svarat av").count(), stage.case.grounds.len());
    let yes = plain_text(&sip_yes(&stage.source()));
    assert!(yes.contains("Sara Tuolja") && yes.contains("17 år, förstår och vill") && !yes.contains(PHONE));
}

#[test]
fn a_childs_plan_is_signed_by_those_whose_consent_the_judgement_names() {
    let mut stage = stage();
    stage.case.signatures.clear();
    let text = |stage: &Stage| plain_text(&plan_version(&stage.source(), &stage.case.versions[0]).unwrap());
    let both = text(&stage);
    assert!(both.contains("Karin Lövgren-Åhs, den som planen gäller") && both.contains("Sara Tuolja, vårdnadshavare"), "{both}");
    stage.case.consent_judgements[0].guardians.clear();
    assert!(!text(&stage).contains("Sara Tuolja, vårdnadshavare"), "the child's own consent is enough");
}

#[test]
fn what_may_not_be_known_is_not_named_in_what_a_guardian_may_see() {
    let mut stage = stage();
    let mother = PartyId(id(MOTHER));
    let wide = stage.case.grounds.iter().find(|ground| ground.party == PartyId(id(CLINIC))).cloned().unwrap();
    let wide = Ground {
        id: GroundId(id(0x131)),
        party: mother,
        kinds: vec![InformationKind::Addiction, InformationKind::TestResults],
        except: vec![InformationKind::Medicine],
        given_by: None,
        ..wide
    };
    let told = |stage: &mut Stage, scope| {
        stage.case.grounds.retain(|ground| ground.party != mother);
        stage.case.grounds.push(Ground { scope, ..wide.clone() });
        plain_text(&stage.call(MOTHER)).to_lowercase()
    };
    let tests = Texts::swedish().get(&InformationKind::TestResults.text_key()).to_lowercase();
    assert!(told(&mut stage, Scope::Kinds).contains(&tests));
    stage.case.know_judgements.push(KnowJudgement {
        id: RecordId(id(0x132)),
        at: stage.case.opened_at,
        by: "Olle Pettersson".into(),
        guardian: mother,
        kind: InformationKind::TestResults,
        may_know: false,
        ground: Some(KnowGround::Maturity),
        reason: String::new(),
        judged_by: String::new(),
        owner: "ungdomsmottagningen".into(),
        on: day(2),
    });
    for scope in [Scope::Kinds, Scope::WholePlan] {
        let text = told(&mut stage, scope);
        assert!(text.contains("det här får du se") && !text.contains(&tests) && !text.contains("undanta"), "{text}");
    }
}
