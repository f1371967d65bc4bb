use rusqlite::StatementStatus;
use samsyn_plan::ids::PersonId;

use super::*;
use crate::table::{insert, update};
use crate::testing::*;
use crate::{Chain, Store};

fn found(store: &Store, typed: &str, page: (usize, usize)) -> Vec<(FoundBy, String)> {
    let hits = store.read(|r| search_persons(r, typed, page, &|_, _| true)).unwrap();
    hits.iter().map(|hit| (hit.by, hit.person.name())).collect()
}

fn search(store: &Store, typed: &str) -> Vec<String> {
    found(store, typed, (0, 20)).into_iter().map(|(_, name)| name).collect()
}

fn enter_all(store: &mut Store, people: &[(&str, &str, &str)]) {
    for ((number, first, last), index) in people.iter().zip(100..) {
        let id = PersonId(Uuid::from_u128(index));
        store.write(draft(Chain::Person(id), "person.add", 3), |w| insert(w, &named(id, number, first, last))).unwrap();
    }
}

#[test]
fn persons_are_found_by_beginnings_of_names_and_numbers() {
    let (_place, mut store) = store_with_case();
    enter_all(
        &mut store,
        &[
            ("195001010001", "Åsa", "Åström"),
            ("195001010002", "Bo", "Astrom"),
            ("195001010003", "Örjan", "Zetterberg"),
            ("195001010004", "Ärla", "Östberg"),
            ("200401010005", "Lars-Erik", "Ek"),
            ("R-2027-17", "Hilma", "af Klint"),
        ],
    );
    assert_eq!(search(&store, "astr"), ["Bo Astrom", "Åsa Åström"]);
    assert_eq!(search(&store, "ÅSTRÖM"), ["Åsa Åström", "Bo Astrom"]);
    assert_eq!(search(&store, "A\u{30a}stro\u{308}m"), ["Åsa Åström", "Bo Astrom"]);
    for typed in ["erik ek", "lars-e", "larserik", "l. ek", "L.E.", "LARS ERIK"] {
        assert_eq!(search(&store, typed), ["Lars-Erik Ek"], "{typed}");
    }
    for typed in ["klint", "af klint", "Klint, Hilma", "r-2027-1", "R-2027-17"] {
        assert_eq!(search(&store, typed), ["Hilma af Klint"], "{typed}");
    }
    assert_eq!(search(&store, "kar"), ["Karin Lindberg"]);
    assert_eq!(search(&store, "19500101-00"), ["Åsa Åström", "Bo Astrom", "Örjan Zetterberg", "Ärla Östberg"]);
    assert_eq!(search(&store, "040101"), ["Lars-Erik Ek"]);
    for nothing in ["", "   ", "\"", "*", "exact : a", "a OR b", "' --", "\0", "²", "\u{301}", "NOT"] {
        assert_eq!(search(&store, nothing), Vec::<String>::new(), "{nothing:?}");
    }
}

#[test]
fn other_spellings_come_last_and_say_so() {
    use FoundBy::{Letters, Name, Spelling};
    let (_place, mut store) = store_with_case();
    enter_all(
        &mut store,
        &[("1", "Ek", "Carlson"), ("2", "Bo", "Karlsson"), ("3", "Åsa", "Kârlsson"), ("4", "Bo", "Persson"), ("5", "Bo", "Pettersson")],
    );
    let bo = |by, name: &str| (by, name.to_owned());
    assert_eq!(found(&store, "karlsson", (0, 20)), [bo(Name, "Bo Karlsson"), bo(Letters, "Åsa Kârlsson"), bo(Spelling, "Ek Carlson")]);
    assert_eq!(search(&store, "peterson"), ["Bo Pettersson"]);
    assert_eq!(search(&store, "persson"), ["Bo Persson"]);
}

#[test]
fn a_case_number_finds_its_person_by_its_beginning_from_the_year_on() {
    let (_place, store) = store_with_case();
    for typed in ["SIP-2027-0001", "sip-2027", "sip 2027", "2027-", "2027-0001", " sip-2027-00 "] {
        assert_eq!(found(&store, typed, (0, 20)), [(FoundBy::CaseNumber, "Karin Lindberg".to_owned())], "{typed}");
    }
    for typed in ["sip-20", "sip", "2027", "SIP-2027-0002", "2027-0002"] {
        assert_eq!(search(&store, typed), Vec::<String>::new(), "{typed}");
    }
}

#[test]
fn pages_follow_each_other_in_one_order() {
    let (_place, mut store) = store_with_case();
    let numbers: Vec<String> = (0..60).map(|n| format!("{}", 1000 + (n * 37) % 60)).collect();
    let people: Vec<(&str, &str, &str)> =
        numbers.iter().zip(0..).map(|(number, n)| (number.as_str(), "Bo", ["Berg", "Bérg", "Ek", "Berg-Åhs", "Öberg"][n % 5])).collect();
    enter_all(&mut store, &people);
    let all = store.read(|r| search_persons(r, "b", (0, 100), &|_, _| true)).unwrap();
    assert_eq!(all.len(), 60);
    let keys: Vec<String> = all.iter().map(|hit| key_of(&hit.person)).collect();
    assert!(keys.is_sorted(), "namesakes by their numbers");
    let paged: Vec<PersonHit> =
        (0..6).flat_map(|page| store.read(|r| search_persons(r, "b", (page * 12, 12), &|_, _| true)).unwrap()).collect();
    assert_eq!(paged, all);
    let some = store.read(|r| search_persons(r, "b", (0, 3), &|person, _| person.last_name == "Ek")).unwrap();
    assert_eq!(some.len(), 3, "whoever may not be seen takes no place");
}

#[test]
fn whoever_may_be_the_same_person_is_found_before_being_entered_again() {
    let (_place, mut store) = store_with_case();
    enter_all(
        &mut store,
        &[
            ("1", "Kristina Maria", "Carlsson"),
            ("198304770000", "Christina", "Karlson"),
            ("198304170000", "Kristina", "Carlsson"),
            ("198404170000", "Kristina", "Carlsson"),
            ("198304170001", "Anna", "Carlsson"),
        ],
    );
    // The numbers of these people are read as reserve numbers, which tell no date of birth.
    let as_number = |person: &Person| Person {
        identity: samsyn_plan::identity::IdentityNumber::stored(
            if person.identity.value().len() == 12 { samsyn_plan::codes::IdentityKind::Personnummer } else { person.identity.kind() },
            person.identity.value().to_owned(),
        ),
        ..person.clone()
    };
    for id in 100..105 {
        let id = PersonId(Uuid::from_u128(id));
        store
            .write(draft(Chain::Person(id), "person.set", 4), |w| {
                let person: Person = one(w, id.0)?.unwrap();
                update(w, &as_number(&person))
            })
            .unwrap();
    }
    let fresh = as_number(&named(PersonId(Uuid::from_u128(200)), "198304170002", "Kristina", "Carlsson"));
    let likely = store.read(|r| likely_duplicates(r, &fresh)).unwrap();
    let mut numbers: Vec<&str> = likely.iter().map(|person| person.identity.value()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ["1", "198304170000", "198304770000"], "another day of birth and another name are somebody else");
}

#[test]
fn the_index_follows_a_change_and_its_undo() {
    let (_place, mut store) = store_with_case();
    let renamed = named(PERSON, "19830417-2383", "Karin", "Öberg");
    store.write(draft(Chain::Person(PERSON), "person.set", 3), |w| update(w, &renamed)).unwrap();
    assert_eq!((search(&store, "öberg").len(), search(&store, "lindberg").len()), (1, 0));
    store.undo(crate::Undo { chain: Chain::Person(PERSON), ..undo(4) }, |_| Ok::<(), StoreError>(())).unwrap();
    assert_eq!((search(&store, "öberg").len(), search(&store, "lindberg").len()), (0, 1));
}

/// A person's rows are put straight into the index here, as the change log would be most of the time.
fn fill(store: &Store, people: std::ops::Range<u128>) {
    let lasts = ["Andersson", "Carlsson", "Öberg", "Lindqvist", "af Klint", "Zetterberg-Ahlström", "Ek"];
    let firsts = ["Anna", "Bo Erik", "Åsa", "Sofia", "Lars-Erik", "Mohammed"];
    store.connection.execute_batch("BEGIN").unwrap();
    for n in people {
        let pick = |from: &[&str], by: u128| (*from.iter().cycle().nth(usize::try_from((n * by) % 97).unwrap()).unwrap()).to_owned();
        let person =
            named(PersonId(Uuid::from_u128(1000 + n)), &format!("R{:06}", (n * 7919) % 999_983), &pick(&firsts, 31), &pick(&lasts, 17));
        let sql = "INSERT INTO person (id, chain_id, identity_kind, identity_value, first_name, last_name) VALUES (?1, ?1, 'reservnummer', ?2, ?3, ?4)";
        let values = params![person.id.to_string(), person.identity.value(), person.first_name, person.last_name];
        store.connection.prepare_cached(sql).unwrap().execute(values).unwrap();
        index(&store.connection, person.id).unwrap();
    }
    store.connection.execute_batch("COMMIT").unwrap();
}

/// How many steps SQLite takes for the first hits of a name, how much it sorts, and how many rows it scans without an index.
fn cost(store: &Store, by: FoundBy, typed: &str) -> (i32, i32, i32) {
    let (_, query) = queries(&names::words(typed)).into_iter().find(|(each, _)| *each == by).unwrap();
    let mut statement = store.connection.prepare(BY_NAME).unwrap();
    {
        let mut rows = statement.query(params![query, i64::MAX]).unwrap();
        for _ in 0..20 {
            rows.next().unwrap().unwrap();
        }
    }
    [StatementStatus::VmStep, StatementStatus::Sort, StatementStatus::FullscanStep].map(|status| statement.get_status(status)).into()
}

#[test]
fn the_first_hits_cost_the_same_among_few_and_many() {
    let (_place, store) = store_with_case();
    fill(&store, 0..300);
    let few = cost(&store, FoundBy::Name, "a");
    fill(&store, 300..2400);
    for (typed, by) in [("a", FoundBy::Name), ("anders anna", FoundBy::Name), ("andersson", FoundBy::Name), ("karlsson", FoundBy::Spelling)]
    {
        let (steps, sorts, scanned) = cost(&store, by, typed);
        assert_eq!((sorts, scanned), (0, 0), "{typed}");
        assert!(steps <= few.0 + few.0 / 5, "{typed}: {steps} steps, {} among few", few.0);
    }
}

#[test]
fn the_index_takes_little_room_and_keeps_its_order_when_there_is_no_place_left() {
    let (_place, store) = store_with_case();
    fill(&store, 0..1200);
    let size = |name: &str| -> i64 {
        store.connection.query_row("SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name LIKE ?1", [name], |row| row.get(0)).unwrap()
    };
    assert!(size("person_%") > 0);
    let each = (size("person_words%") + size("person_search%") + size("sqlite_autoindex_person_search%")) / 1200;
    assert!(each < 600, "{each} bytes a person");

    // Everybody stands as close as can be, so that whoever comes next has no place.
    let before = search(&store, "anna");
    store
        .connection
        .execute_batch(
            "UPDATE person_search SET number = number + (1 << 61);
             CREATE TEMP TABLE close AS SELECT number AS old, row_number() OVER (ORDER BY number) AS new FROM person_search;
             UPDATE person_search SET number = (SELECT new FROM close WHERE old = number);
             DELETE FROM person_words;",
        )
        .unwrap();
    fill(&store, 1200..1210);
    assert_eq!(search(&store, "anna").len(), before.len());
    let ordered: bool = store
        .connection
        .query_row(
            "SELECT NOT EXISTS (SELECT 1 FROM (SELECT sort_key, lag(sort_key) OVER (ORDER BY number) AS last FROM person_search) WHERE last > sort_key)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert!(ordered);
}
