use super::*;
use proptest::prelude::*;
use samsyn_plan::catalogue::{Demarcation, Unit};
use samsyn_plan::codes::{AnsweredBy, Approach, Area, Coded, MeasureType, PartyKind};

fn read_units(text: &str) -> ReadList<Unit> {
    read(text.as_bytes(), &municipalities()).unwrap()
}

fn municipalities() -> Vec<Municipality> {
    [("2380", "Östersund"), ("2580", "Luleå")].map(|(code, name)| Municipality { code: code.into(), name: name.into() }).to_vec()
}

fn fault(row: u32, column: &str, fault: RowFault, cell: &str) -> Fault {
    Fault { row, column: column.into(), fault, cell: cell.into() }
}

#[test]
fn a_bad_row_is_told_by_its_row_and_column_and_the_good_ones_are_there() {
    let list = read_units(
        "unit;kind;areas;phone\n\
         BUP;region;mental_health, school;063-15\n\
         Nexus;kommunal;alcohol;\n\
         ;municipality;;\n\
         RSMH;organisation;spel;;för mycket\n\
         ;;;\n\
         bup;region;;\n\
         FMN;;;\n",
    );
    let good: Vec<(u32, &str)> = list.rows.iter().map(|(number, row)| (*number, row.record.unit.as_str())).collect();
    assert_eq!(good, [(2, "BUP"), (8, "FMN")]);
    assert_eq!(list.rows[0].1.record.areas, [Area::MentalHealth, Area::School]);
    assert_eq!(
        list.faults,
        [
            fault(3, "kind", RowFault::UnknownCode, "kommunal"),
            fault(4, "unit", RowFault::Empty, ""),
            fault(5, "", RowFault::TooManyCells, "för mycket"),
            fault(5, "areas", RowFault::UnknownCode, "spel"),
            fault(7, "", RowFault::Twice, ""),
        ]
    );
}

#[test]
fn a_kommun_is_known_by_its_code_or_by_its_name() {
    let list = read_units("unit;municipality\nBUP;2380\nNexus;\u{f6}stersund \nRSMH;Lulea\nFMN;Sundsvall\nLeva;\n");
    let codes: Vec<&str> = list.rows.iter().map(|(_, row)| row.record.municipality.as_str()).collect();
    assert_eq!(codes, ["2380", "2380", "2580", ""]);
    assert_eq!(list.faults, [fault(5, "municipality", RowFault::UnknownCode, "Sundsvall")]);
}

#[test]
fn a_column_that_is_not_there_leaves_its_field_as_it_is() {
    let stored = Unit { unit: "BUP".into(), phone: "063-15".into(), does: "samtal".into(), ..Unit::default() };
    let list = read_units("Unit; DOES ;notes\nBUP;;x\n");
    let after = list.rows[0].1.over(&stored);
    assert_eq!((after.phone.as_str(), after.does.as_str()), ("063-15", ""), "an empty cell is an empty field");
    assert_eq!(list.unknown_columns, ["notes"]);
}

#[test]
fn a_file_without_its_most_needed_column_is_refused() {
    assert_eq!(read::<Unit>(b"namn;telefon\nBUP;1\n", &[]), Err(ListError::ColumnMissing));
    assert_eq!(read::<Demarcation>(b"", &[]), Err(ListError::Table(TableError::Empty)));
}

#[test]
fn the_gransdragning_is_written_and_read_by_the_same_means() {
    let row = Demarcation {
        action: Some(MeasureType::WithdrawalCare),
        area: Some(Area::Alcohol),
        ages_from: "18".into(),
        answered_by: Some(AnsweredBy::Region),
        source: "Överenskommelse 2026, bilaga 2".into(),
        ..Demarcation::default()
    };
    let list: ReadList<Demarcation> = read(&write(std::slice::from_ref(&row)), &[]).unwrap();
    assert_eq!((list.faults.len(), &list.rows[0].1.record), (0, &row));
}

/// Words as the program stores them.
fn words() -> impl Strategy<Value = String> {
    "[=+@';,\"\n\t åäö\\-a-c0-9]{0,12}".prop_map(|typed| text::clean(&typed))
}

fn one_of<C: Coded + std::fmt::Debug>() -> impl Strategy<Value = Option<C>> {
    prop::option::of(prop::sample::select(C::ALL))
}

prop_compose! {
    fn unit(number: usize)(
        kind in one_of::<PartyKind>(),
        approach in one_of::<Approach>(),
        areas in prop::sample::subsequence(Area::ALL, 0..4),
        municipality in prop::sample::select(vec!["", "2380", "2580"]).prop_map(str::to_owned),
        texts in prop::collection::vec(words(), 16),
    ) -> Unit {
        let [organisation, phone, does, does_not, ages_from, ages_to, hours, address, obstacles, digital, web, email, note, source, checked_on, name]
            = texts.try_into().unwrap();
        Unit {
            // A name of its own, so that no two are the same.
            unit: format!("{name}{number}"),
            kind, organisation, phone, does, does_not, ages_from, ages_to, areas, municipality, hours, address, obstacles, digital, web, email,
            approach, approach_note: note, source, checked_on, ..Unit::default()
        }
    }
}

proptest! {
    #[test]
    fn every_unit_comes_back_as_it_was((first, second) in (unit(1), unit(2))) {
        let units = [first, second];
        let list: ReadList<Unit> = read(&write(&units), &municipalities()).unwrap();
        prop_assert_eq!(list.faults, []);
        let back: Vec<Unit> = list.rows.into_iter().map(|(_, row)| row.record).collect();
        prop_assert_eq!(back, units);
    }
}
