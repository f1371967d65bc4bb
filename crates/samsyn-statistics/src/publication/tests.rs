use super::*;
use crate::{definition::definitions, sums, testing};

fn of(cases: &[samsyn_plan::case::Case], earlier: &[Publication]) -> Publication {
    publication(2028, &definitions().unwrap(), &sums::tests::all(cases), earlier, 5)
}

fn cells(publication: &Publication) -> impl Iterator<Item = (&StatisticsTable, &StatisticsRow, &StatisticsCell)> {
    publication.tables.iter().flat_map(|table| table.rows.iter().flat_map(move |row| row.cells.iter().map(move |cell| (table, row, cell))))
}

#[test]
fn nothing_few_is_told() {
    let publication = of(&testing::cases(1, 300), &[]);
    let told = |cell: &StatisticsCell| [cell.count, cell.of, cell.of.zip(cell.count).map(|(of, count)| of - count)];
    for (table, row, cell) in cells(&publication) {
        assert!(told(cell).into_iter().flatten().all(|count| count == 0 || count >= 5), "{} {}: {cell:?}", table.definition, row.code);
        assert!(cell.shown == Shown::Number || cell.value.is_none(), "{} {}: {cell:?}", table.definition, row.code);
    }
    let shown = cells(&publication).filter(|(.., cell)| cell.shown == Shown::Number).count();
    let few = cells(&publication).filter(|(.., cell)| cell.shown == Shown::Few).count();
    assert!(shown > 100 && few > 50, "{shown} shown, {few} few");
}

#[test]
fn every_definition_has_its_tables_even_of_nothing() {
    let publication = of(&[], &[]);
    let wanted: usize = definitions().unwrap().iter().map(|definition| definition.by.len()).sum();
    assert_eq!(publication.tables.len(), wanted);
    assert!(cells(&publication).all(|(.., cell)| cell.shown == Shown::Number && cell.count == Some(0)));
}

#[test]
fn what_was_hidden_before_stays_hidden() {
    let mut cases = testing::cases(1, 200);
    let before = of(&cases, &[]);
    cases.extend(testing::cases(2, 12));
    let after = of(&cases, std::slice::from_ref(&before));
    let find = |publication: &Publication, table: &StatisticsTable, row: &StatisticsRow| {
        let table =
            publication.tables.iter().find(|other| (&other.definition, &other.by) == (&table.definition, &table.by)).unwrap().clone();
        table.rows.into_iter().find(|other| other.code == row.code).map(|row| row.cells[0].clone())
    };
    let mut seen = 0;
    for (table, row, cell) in cells(&after).filter(|(table, ..)| table.columns.len() == 1) {
        let Some(then) = find(&before, table, row) else { continue };
        if then.shown != Shown::Number {
            assert_ne!(cell.shown, Shown::Number, "{} {} by {}", table.definition, row.code, table.by);
            seen += 1;
        } else if let (Some(then), Some(now)) = (then.count, cell.count) {
            let differ = then.abs_diff(now);
            assert!(differ == 0 || differ >= 5, "{} {}: {then} became {now}", table.definition, row.code);
            seen += 1;
        }
    }
    assert!(seen > 100);
}

#[test]
fn rows_stand_as_people_expect_them() {
    let order = |codes: &[&str]| in_order(codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>().iter());
    assert_eq!(order(&["unknown", "reached", "worse", "much_worse"]), ["much_worse", "worse", "reached", "unknown"]);
    assert_eq!(order(&["from_15", "below_8", "8_to_14", "unknown"]), ["below_8", "8_to_14", "from_15", "unknown"]);
    assert_eq!(order(&["other", "65_plus", "0_12", "13_17"]), ["0_12", "13_17", "65_plus", "other"]);
}
