//! The report of many cases, so that what is told and what is hidden stand in it side by side.

use super::{super::made_up, *};
use chrono::Datelike;
use samsyn_plan::profile::Organisation;
use samsyn_print::plain_text;
use samsyn_statistics::{Facts, Setting, Shown, count, definitions, publication};

/// The groups whose every word is held.
const HELD: [&str; 2] = ["follow-up", "way"];

fn given() -> GivenOut {
    let (cases, profile) = (made_up::cases(7, 600), made_up::profile());
    let definitions = definitions().unwrap();
    let (contacts, activities) = (made_up::contacts(7, 100, &cases), made_up::activities(&cases));
    let setting = Setting { today: made_up::today(), profile: &profile, activities: &activities };
    let mut facts = Facts::draw(&cases, &setting);
    facts.draw_contacts(contacts.iter().map(|contact| (contact, None)), &setting);
    let sums: Vec<_> = definitions.iter().flat_map(|definition| count(definition, &facts)).collect();
    let publication = publication(2028, &definitions, &sums, &[], 5);
    GivenOut { publication, hurt: 0 }
}

#[test]
fn the_report_of_many_cases() {
    let whole = paper(&given(), made_up::today());
    assert!(whole.today.year() > whole.year);
    assert_eq!(whole.groups.len(), WORDS.groups.len());
    let held = WORDS.groups.iter().zip(&whole.groups).filter(|(group, _)| HELD.contains(&group.group.as_str()));
    let part = StatisticsPaper { groups: held.map(|(_, group)| group.clone()).collect(), ..whole.clone() };
    let organisation = Organisation { name: "Region Norrbotten".into(), ..Organisation::default() };
    let text = |paper: &StatisticsPaper| plain_text(&documents::statistics(texts(), &organisation, None, paper));
    insta::assert_snapshot!(text(&part));
    assert!(!text(&whole).contains("[statistics") && !text(&whole).contains("[plot"), "a key without words");
}

#[test]
fn there_is_a_plot_for_each_table_and_no_bar_for_what_is_hidden() {
    let publication = given().publication;
    let plots = plots(&publication);
    assert_eq!(plots.len(), publication.tables.len());
    let mut unshown = 0;
    for (table, plot) in publication.tables.iter().zip(&plots) {
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        let bars = plot.pictures.iter().flat_map(|picture| &picture.parts).flat_map(|part| &part.marks);
        let drawn = bars.filter(|mark| matches!(mark, samsyn_print::picture::Mark::Area { look, .. } if matches!(look, samsyn_print::picture::Look::Value | samsyn_print::picture::Look::Whole)));
        assert!(drawn.count() <= cells().filter(|cell| cell.value.is_some()).count(), "{} by {}", table.definition, table.by);
        unshown += cells().filter(|cell| cell.shown != Shown::Number).count();
    }
    assert!(unshown > 100);
}
