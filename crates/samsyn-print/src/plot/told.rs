//! What a table of figures says, in a few sentences.

use super::{FigureCell, FigureKind, FigureTable};
use crate::text::Texts;

/// More names than this are not told one by one.
const MOST_NAMED: usize = 2;

/// What stands out in a table: the highest and the lowest, all together, and how many figures are not shown.
pub fn sentence(texts: &Texts, table: &FigureTable) -> String {
    if table.is_empty() {
        return texts.get("plot-nothing");
    }
    let mut said = Vec::new();
    let named = named(table);
    let values = || named.iter().filter_map(|(_, cell)| cell.value);
    if let Some((high, low)) = values().max_by(f64::total_cmp).zip(values().min_by(f64::total_cmp))
        && high > low
    {
        let (highest, lowest) =
            if table.kind == FigureKind::Count { ("plot-most", "plot-fewest") } else { ("plot-highest", "plot-lowest") };
        said.extend([(highest, high), (lowest, low)].into_iter().filter_map(|(key, value)| extreme(texts, key, &named, value)));
    }
    if let Some(whole) = table.divided().and_then(|(whole, _)| whole.cells.last()) {
        said.push(texts.with("plot-whole", &[("value", &whole.whole_words())]));
    }
    let untold = named.iter().filter(|(_, cell)| cell.untold).count();
    if untold > 0 {
        said.push(texts.with("plot-untold", &[("count", &untold.to_string()), ("of", &named.len().to_string())]));
    }
    said.join(" ")
}

/// The cells that are parts of the whole, with their names.
fn named(table: &FigureTable) -> Vec<(String, &FigureCell)> {
    let Some((_, parts)) = table.divided() else { return Vec::new() };
    let columns = if table.is_single() { 1 } else { table.heads.len() - 1 };
    let of_row = parts.iter().flat_map(|row| {
        let name = |head: &String| if table.is_single() { row.label.clone() } else { format!("{} – {head}", row.label) };
        row.cells.iter().zip(&table.heads).take(columns).map(move |(cell, head)| (name(head), cell))
    });
    of_row.collect()
}

/// Those that have the highest or the lowest figure; nothing where they are many.
fn extreme(texts: &Texts, key: &str, named: &[(String, &FigureCell)], value: f64) -> Option<String> {
    let theirs: Vec<_> = named.iter().filter(|(_, cell)| cell.value.is_some_and(|own| own.total_cmp(&value).is_eq())).collect();
    let (_, cell) = theirs.first().filter(|_| theirs.len() <= MOST_NAMED)?;
    let joined: Vec<&str> = theirs.iter().map(|(name, _)| name.as_str()).collect();
    Some(texts.with(key, &[("name", &joined.join(&texts.get("plot-and"))), ("value", &cell.words)]))
}
