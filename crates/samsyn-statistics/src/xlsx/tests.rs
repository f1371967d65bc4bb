use super::*;
use crate::{cells, definitions, publication, sums, testing};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

fn book() -> (Publication, Vec<u8>) {
    let publication = publication(2028, &definitions().unwrap(), &sums::tests::all(&testing::cases(1, 120)), &[], 5);
    let words = WordSheet {
        name: "Definitioner".into(),
        heads: vec!["Kod".into(), "Vad det räknar".into()],
        rows: vec![vec!["goals".into(), "=Mål som räknas, och inte en formel".into()]],
    };
    let bytes = xlsx(&publication, "Siffror", &words, NaiveDate::from_ymd_opt(2029, 1, 15).unwrap()).unwrap();
    (publication, bytes)
}

/// A cell as it stands in the other file.
fn as_csv(cell: &Data) -> String {
    match cell {
        Data::Float(number) => number.to_string().replace('.', ","),
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_workbook_says_what_the_other_file_says() {
    let (publication, bytes) = book();
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(read.sheet_names(), ["Siffror", "Definitioner"]);
    let sheet = read.worksheet_range("Siffror").unwrap();
    let mut rows = sheet.rows().map(|row| row.iter().map(as_csv).collect::<Vec<_>>());
    assert_eq!(rows.next().unwrap(), HEAD);
    let lines = cells(&publication);
    assert!(lines.len() > 300, "{}", lines.len());
    assert_eq!(rows.collect::<Vec<_>>(), lines);
    let numbers = sheet.rows().skip(1).flat_map(|row| &row[8..]).filter(|cell| !matches!(cell, Data::Empty));
    assert!(numbers.clone().count() > 100 && numbers.into_iter().all(|cell| matches!(cell, Data::Float(_))));
}

#[test]
fn words_are_no_formulas() {
    let (_, bytes) = book();
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let words = read.worksheet_range("Definitioner").unwrap();
    assert_eq!(words.get_value((1, 1)), Some(&Data::String("=Mål som räknas, och inte en formel".into())));
    assert!(read.worksheet_formula("Definitioner").unwrap().is_empty());
}

#[test]
fn the_same_figures_are_the_same_bytes_and_name_nobody() {
    let (_, bytes) = book();
    assert_eq!(bytes, book().1);
    let found = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    assert!(!found(b"dc:creator>R") && !found(b"lastModifiedBy>R"));
}
