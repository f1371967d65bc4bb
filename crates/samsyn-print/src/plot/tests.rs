use super::*;
use crate::{
    Texts,
    picture::{Frame, Look, Mark, Part, Picture},
};

const FRAME: Frame = Frame { width: 680.0, height: f32::INFINITY, letters: 14.0 };

fn told(value: f64, words: &str) -> FigureCell {
    FigureCell { value: Some(value), untold: false, words: words.into(), of: String::new() }
}

fn few() -> FigureCell {
    FigureCell { value: None, untold: true, words: "färre än 5".into(), of: String::new() }
}

fn table(kind: FigureKind, heads: &[&str], rows: &[(&str, Vec<FigureCell>)]) -> FigureTable {
    FigureTable {
        by: "Efter kommun".into(),
        kind,
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
        rows: rows.iter().map(|(label, cells)| FigureRow { label: (*label).into(), cells: cells.clone() }).collect(),
    }
}

fn shares() -> FigureTable {
    let of = |value, words: &str| FigureCell { of: "20 av 40".into(), ..told(value, words) };
    let rows =
        [("Boden", vec![of(50.0, "50 %")]), ("Luleå", vec![of(75.0, "75 %")]), ("Piteå", vec![few()]), ("Alla", vec![of(60.0, "60 %")])];
    table(FigureKind::Share, &["Andel"], &rows)
}

fn counts() -> FigureTable {
    let row = |label, first, second: FigureCell| (label, vec![told(first, "n"), second, told(99.0, "99")]);
    let rows = [row("Alkohol", 20.0, few()), row("Opioider", 10.0, told(5.0, "5")), row("Alla", 30.0, told(69.0, "69"))];
    table(FigureKind::Count, &["Samtal", "Boende", "Alla"], &rows)
}

/// The lengths of the bars of a look, row by row.
fn bars(part: &Part, wanted: Look) -> Vec<f32> {
    let bar = |mark: &Mark| match mark {
        Mark::Area { look, points } if *look == wanted => Some(points[1][0] - points[0][0]),
        _ => None,
    };
    part.marks.iter().filter_map(bar).collect()
}

fn row<'a>(picture: &'a Picture, label: &str) -> &'a Part {
    picture.parts.iter().find(|part| part.sentence.starts_with(label)).unwrap()
}

#[test]
fn a_bar_is_as_long_as_its_figure_and_the_whole_looks_otherwise() {
    let pictures = pictures(&shares(), FRAME);
    let [picture] = pictures.as_slice() else { panic!("{} pictures", pictures.len()) };
    let (boden, lulea) = (bars(row(picture, "Boden"), Look::Value)[0], bars(row(picture, "Luleå"), Look::Value)[0]);
    assert!((lulea / boden - 1.5).abs() < 0.01, "{boden} {lulea}");
    let reach = bars(row(picture, "Boden"), Look::Reach)[0];
    assert!((reach - 2.0 * boden).abs() < 0.3, "a share of 100 would reach as far as the room for it");
    let whole = row(picture, "Alla");
    assert!(bars(whole, Look::Value).is_empty() && bars(whole, Look::Whole).len() == 1);
    assert_eq!(row(picture, "Luleå").sentence, "Luleå: 75 % (20 av 40)");
}

#[test]
fn what_is_not_told_is_words_and_never_drawn() {
    for table in [shares(), counts()] {
        for picture in pictures(&table, FRAME) {
            for part in picture.parts.iter().filter(|part| !part.sentence.is_empty()) {
                let drawn = bars(part, Look::Value).len() + bars(part, Look::Whole).len();
                let figures = table.rows.iter().find(|row| part.sentence.starts_with(&row.label)).unwrap();
                let told = figures.cells.iter().filter(|cell| cell.value.is_some()).count();
                assert!(drawn <= told, "{}", part.sentence);
            }
        }
    }
    let picture = &pictures(&shares(), FRAME)[0];
    let pitea = row(picture, "Piteå");
    assert_eq!(pitea.marks.len(), 2, "a name and the words: {:?}", pitea.marks);
    assert!(picture.words().any(|words| words == "färre än 5"));
}

#[test]
fn a_sum_is_told_in_words_since_its_bar_would_dwarf_its_parts() {
    let picture = &pictures(&counts(), FRAME)[0];
    assert!(bars(row(picture, "Alla"), Look::Value).is_empty() && bars(row(picture, "Alla"), Look::Whole).is_empty());
    assert!(picture.words().any(|words| words == "69"));
    let [alcohol, opioids] = ["Alkohol", "Opioider"].map(|label| bars(row(picture, label), Look::Value));
    assert_eq!((alcohol.len(), opioids.len()), (1, 2));
    assert!((alcohol[0] / opioids[0] - 2.0).abs() < 0.02);
}

#[test]
fn many_columns_and_many_rows_become_several_pictures_and_none_is_lost() {
    let heads: Vec<String> = (0..13).map(|head| format!("K{head}")).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let labels: Vec<String> = (0..40).map(|row| format!("R{row}")).collect();
    let rows: Vec<_> = labels.iter().map(|label| (label.as_str(), vec![told(7.0, "7"); 13])).collect();
    let table = table(FigureKind::Count, &heads, &rows);
    let drawn = pictures(&table, Frame { height: 400.0, ..FRAME });
    assert!(drawn.iter().all(|picture| picture.height < 410.0));
    let words: Vec<&str> = drawn.iter().flat_map(Picture::words).collect();
    assert_eq!(words.iter().filter(|word| **word == "7").count(), 13 * 40);
    for head in heads {
        assert!(words.contains(&head), "{head}");
    }
    let edge = |mark: &Mark| match mark {
        Mark::Area { points, .. } | Mark::Line { points, .. } => points.iter().map(|point| point[0]).fold(0.0, f32::max),
        _ => 0.0,
    };
    let furthest = drawn.iter().flat_map(|picture| &picture.parts).flat_map(|part| &part.marks).map(edge).fold(0.0, f32::max);
    assert!(furthest <= FRAME.width, "{furthest}");
}

#[test]
fn the_sentence_says_what_stands_out() {
    let texts = Texts::swedish();
    assert_eq!(
        sentence(texts, &shares()),
        "Högst: Luleå, 75 %. Lägst: Boden, 50 %. Alla tillsammans: 60 % (20 av 40). Siffror som inte visas: 1 av 3."
    );
    assert_eq!(
        sentence(texts, &counts()),
        "Flest: Alkohol – Samtal, n. Minst: Opioider – Boende, 5. Alla tillsammans: 99. Siffror som inte visas: 1 av 4."
    );
    let same = table(FigureKind::Number, &["Median"], &[("Boden", vec![told(7.0, "7")]), ("Alla", vec![told(7.0, "7")])]);
    assert_eq!(sentence(texts, &same), "Alla tillsammans: 7.");
}

#[test]
fn nothing_to_count_is_said_and_not_drawn() {
    let nothing = || FigureCell { value: None, untold: false, words: "–".into(), of: String::new() };
    for empty in [
        table(FigureKind::Share, &["Andel"], &[("Alla", vec![nothing()])]),
        table(FigureKind::Count, &["Antal"], &[("Alla", vec![told(0.0, "0")])]),
    ] {
        assert!(pictures(&empty, FRAME).is_empty());
        assert_eq!(sentence(Texts::swedish(), &empty), "Det finns inget att räkna.");
    }
    let few = table(FigureKind::Count, &["Antal"], &[("Alla", vec![few()])]);
    assert!(pictures(&few, FRAME).is_empty(), "what is hidden is not drawn");
    assert_eq!(sentence(Texts::swedish(), &few), "Alla tillsammans: färre än 5.");
}
