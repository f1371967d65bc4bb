use super::*;
use crate::{Shown, StatisticsCell, StatisticsRow, StatisticsTable};

fn publication() -> Publication {
    let cell = |shown, value, count, of| StatisticsCell { shown, value, count, of };
    let row = |code: &str, cell| StatisticsRow { code: code.into(), cells: vec![cell] };
    let table = StatisticsTable {
        definition: "follow_up_kept".into(),
        version: 1,
        since: chrono::NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
        measure: "share".into(),
        by: "municipality".into(),
        split: String::new(),
        columns: vec!["total".into()],
        rows: vec![
            row("Arjeplog", cell(Shown::Few, None, None, None)),
            row("Boden", cell(Shown::Hidden, None, None, None)),
            row("total", cell(Shown::Number, Some(66.7), Some(20), Some(30))),
        ],
        source: "own".into(),
    };
    Publication { year: 2027, shown_below: 5, tables: vec![table] }
}

#[test]
fn a_record_a_figure_under_stable_codes() {
    let records = cells(&publication());
    let line = |place: usize| records[place].join(";");
    assert_eq!(HEAD.join(";"), "definition;version;measure;year;by;row;column;shown;value;count;of");
    assert_eq!(line(2), "follow_up_kept;1;share;2027;municipality;total;total;number;66,7;20;30");
    assert_eq!(line(1), "follow_up_kept;1;share;2027;municipality;Boden;total;hidden;;;");
    assert_eq!(line(0), "follow_up_kept;1;share;2027;municipality;Arjeplog;total;few;;;");
}
