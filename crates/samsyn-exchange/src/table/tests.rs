use super::*;
use proptest::prelude::*;

fn written(columns: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    write(columns, rows.iter().map(Vec::as_slice))
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn a_swedish_excel_opens_what_is_written() {
    let bytes = written(&["unit", "phone"], &[row(&["Öppenvården \"Nexus\"", "0980-31 92 00"])]);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text, "\u{feff}\"unit\";\"phone\"\n\"Öppenvården \"\"Nexus\"\"\";\"0980-31 92 00\"\n");
}

#[test]
fn a_file_is_read_with_semicolons_or_commas_with_or_without_its_mark() {
    let as_read = Table { columns: row(&["unit", "does"]), rows: vec![(2, row(&["BUP", "samtal, råd; stöd"]))] };
    for text in [
        "unit;does\nBUP;\"samtal, råd; stöd\"\n",
        "\u{feff}unit;does\r\nBUP;\"samtal, råd; stöd\"\r\n",
        "unit,does\nBUP,\"samtal, råd; stöd\"",
        "\u{feff}\"unit\",\"does\"\n\"BUP\",\"samtal, råd; stöd\"\n",
    ] {
        assert_eq!(read(text.as_bytes()).unwrap(), as_read, "{text:?}");
    }
    assert_eq!(read("unit\nBUP\n".as_bytes()).unwrap().rows, [(2, row(&["BUP"]))], "one column has nothing between cells");
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(read(b""), Err(TableError::Empty));
    assert_eq!(read("\u{feff}\n\n".as_bytes()), Err(TableError::Empty));
    assert_eq!(read(b"unit;does\n\xd6ppenv\xe5rd;x\n"), Err(TableError::NotUtf8), "a file in the old Windows letters");
}

#[test]
fn no_cell_is_a_formula_to_a_spreadsheet_and_each_comes_back_as_it_was() {
    let dangerous = ["=1+1", "+46 63 14 00 00", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1", "''@x", "＝1"];
    let bytes = written(&["a"], &dangerous.map(|cell| row(&[cell])));
    for line in String::from_utf8(bytes.clone()).unwrap().split("\"\n\"").skip(1) {
        assert!(line.starts_with('\''), "{line:?}");
    }
    let cells: Vec<String> = read(&bytes).unwrap().rows.into_iter().flat_map(|(_, row)| row).collect();
    assert_eq!(cells, dangerous);
    // An apostrophe that guards nothing is a word's own.
    assert_eq!(read("a\n's-Hertogenbosch\n".as_bytes()).unwrap().rows, [(2, row(&["'s-Hertogenbosch"]))]);
}

proptest! {
    #[test]
    fn every_table_comes_back_as_it_was_written(
        width in 1_usize..5,
        cells in prop::collection::vec("[=+@';,\"\r\n\t åäö\\-a-c＝]{0,8}|\\PC{0,8}", 0..40),
    ) {
        let columns: Vec<String> = (0..width).map(|number| format!("column_{number}")).collect();
        let rows: Vec<Vec<String>> = cells.chunks(width).map(<[String]>::to_vec).collect();
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        let table = read(&written(&names, &rows)).unwrap();
        prop_assert_eq!(table.columns, columns);
        let (numbers, read): (Vec<u32>, Vec<Vec<String>>) = table.rows.into_iter().unzip();
        prop_assert_eq!(read, rows);
        prop_assert_eq!(numbers, (2..).take(cells.chunks(width).len()).collect::<Vec<u32>>());
    }

    #[test]
    fn whatever_bytes_come_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(table) = read(&bytes) {
            prop_assert!(table.rows.iter().map(|(number, _)| *number).is_sorted());
        }
    }
}
