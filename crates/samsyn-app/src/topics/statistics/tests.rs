//! Made-up cases by the way of the store: what is counted of them afterwards is what was made.

use super::*;
use crate::example::{CASE_1, Script};
use samsyn_plan::{
    access::CaseAccess,
    codes::AccessWay,
    first_contact::FirstContact,
    ids::{PersonId, RecordId},
};
use samsyn_store::{
    Act, Chain, Kind, Writer,
    table::insert,
    tables::{CaseEntry, open_case},
};
use std::collections::HashSet;
use uuid::Uuid;

/// Adds each record of some lists of a case. A list stands after those that its records point into.
macro_rules! insert_all {
    ($writer:ident, $case:ident, [$($list:ident),+ $(,)?]) => {
        $(for record in &$case.$list { insert($writer, record)?; })+
    };
}

/// A store with made-up cases in it, each opened by the one who is in, for a unit that works with what was made up.
struct Kept {
    app: App,
    cases: Vec<Case>,
    contacts: Vec<FirstContact>,
    activities: BTreeMap<CaseId, Activity>,
    _folder: tempfile::TempDir,
}

impl Kept {
    fn new(number: usize) -> Self {
        let folder = tempfile::TempDir::new().unwrap();
        let mut script = Script::begin(folder.path()).unwrap();
        CASE_1[0].1(&mut script).unwrap();
        let cases = made_up::cases(21, number);
        let mut contacts = made_up::contacts(22, number, &cases);
        // A contact whose case is not there any more is shown to nobody.
        contacts.retain(|contact| contact.case.is_none_or(|case| cases.iter().any(|there| there.id == case)));
        let activities = made_up::activities(&cases);
        let mut kept = Self { app: script.app, cases, contacts, activities, _folder: folder };
        kept.app.session_mut().unwrap().profile = made_up::profile();
        kept.write().unwrap();
        kept
    }

    fn write(&mut self) -> Result<(), AppError> {
        let user = self.app.session()?.user.id;
        let mut known: HashSet<PersonId> = HashSet::new();
        for case in &self.cases {
            if known.insert(case.person.id) {
                enter(&mut self.app, Chain::Person(case.person.id), |writer| Ok(insert(writer, &case.person)?))?;
            }
            enter(&mut self.app, Chain::Case(case.id), |writer| whole_case(writer, case))?;
            let begun = CaseAccess {
                id: RecordId(Uuid::now_v7()),
                at: case.opened_at,
                by: String::new(),
                user,
                name: String::new(),
                case: case.id,
                way: AccessWay::Opened,
                activity: self.activities.get(&case.id).copied(),
                reason: String::new(),
            };
            enter(&mut self.app, Chain::Access(case.id), |writer| Ok(insert(writer, &begun)?))?;
        }
        for contact in &mut self.contacts {
            contact.entered_by = user;
            enter(&mut self.app, Chain::Contact(contact.id), |writer| Ok(insert(writer, &*contact)?))?;
        }
        Ok(())
    }
}

fn enter(app: &mut App, chain: Chain, f: impl FnOnce(&Writer<'_>) -> Result<(), AppError>) -> Result<(), AppError> {
    let session = app.session_mut()?;
    let act = Act {
        command_id: Uuid::now_v7(),
        chain,
        command: "statistics.made_up",
        arguments: serde_json::Value::Null,
        actor: session.user.id,
        at: Utc::now(),
        kind: Kind::Act,
    };
    session.store.write(act, f)
}

fn whole_case(writer: &Writer<'_>, case: &Case) -> Result<(), AppError> {
    let entry = CaseEntry {
        id: case.id,
        number: case.number.clone(),
        plan_type: case.plan_type,
        opened_at: case.opened_at,
        person: case.person.id,
    };
    open_case(writer, &entry)?;
    store::table::update(writer, &case.need)?;
    store::table::update(writer, &case.preparation)?;
    store::table::update(writer, &case.plan_frame)?;
    insert(writer, &case.child)?;
    insert_all!(
        writer,
        case,
        [
            parties,
            meetings,
            other_plans,
            goals,
            measures,
            other_measures,
            goal_ratings,
            measure_statuses,
            offers,
            sip_yeses,
            grounds,
            calls,
            presences,
            read_backs,
            versions,
            deviations,
            follow_ups,
            deviation_answers,
            annulments,
            evaluations,
            closings
        ]
    );
    Ok(())
}

/// The oracle (`an_oracle_apart_counts_the_same`) counts made-up cases as they are made; here they have been in the store. A longer
/// run says how many by `SAMSYN_ORACLE_CASES`.
#[test]
fn cases_that_were_kept_are_counted_as_they_were_made() {
    let number = std::env::var("SAMSYN_ORACLE_CASES").map_or(250, |number| number.parse().unwrap());
    let kept = Kept::new(number);
    for case in &kept.cases {
        assert_eq!(kept.app.readable(case.id).unwrap().as_ref(), Some(case));
    }
    let counted = counted_facts(&kept.app, made_up::today()).unwrap();
    assert_eq!((counted.hurt, counted.first_year), (0, 2027));
    let profile = made_up::profile();
    let setting = Setting { today: made_up::today(), profile: &profile, activities: &kept.activities };
    let mut made = Facts::draw(&kept.cases, &setting);
    let case_of = |contact: &FirstContact| kept.cases.iter().find(|case| Some(case.id) == contact.case);
    made.draw_contacts(kept.contacts.iter().map(|contact| (contact, case_of(contact))), &setting);
    let definitions = definitions().unwrap();
    assert!(definitions.len() > 40);
    for definition in definitions {
        assert_eq!(count(&definition, &counted.facts), count(&definition, &made), "{}", definition.code);
    }
}

#[test]
fn no_name_becomes_a_formula_or_a_column() {
    let definitions = definitions().unwrap();
    let cases = made_up::cases(3, 40);
    let (profile, activities) = (made_up::profile(), made_up::activities(&cases));
    let facts = Facts::draw(&cases, &Setting { today: made_up::today(), profile: &profile, activities: &activities });
    let sums: Vec<_> = definitions.iter().flat_map(|definition| count(definition, &facts)).collect();
    let mut tables = publication(2028, &definitions, &sums, &[], 5);
    tables.tables[0].rows[0].code = "=Arjeplog;1".into();
    let file = String::from_utf8(csv(&tables)).unwrap();
    assert!(file.contains(";\"'=Arjeplog;1\";"), "{file}");
}
