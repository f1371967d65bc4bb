//! The outline: headings that can be jumped to (ISO 32000-1, 12.3.3).
//!
//! Written here and not by printpdf, which sorts bookmarks by page and name.

use super::{integer, text_string};
use crate::layout::PAGE_HEIGHT;
use crate::layout::page::OutlineEntry;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// An entry and those beneath it.
struct Item<'a> {
    id: ObjectId,
    entry: &'a OutlineEntry,
    below: Vec<Item<'a>>,
}

/// Adds the outline and returns its root. The first heading is the title, so there is always one.
pub(super) fn add(file: &mut Document, entries: &[OutlineEntry], page_ids: &[ObjectId]) -> ObjectId {
    let root = file.new_object_id();
    let mut rest = entries;
    let items = nest(file, &mut rest, 0);
    let mut dictionary = dictionary! { "Type" => "Outlines", "Count" => integer(entries.len()) };
    link(&mut dictionary, &items);
    for (object, item) in write(&items, root, page_ids) {
        file.set_object(object, item);
    }
    file.set_object(root, dictionary);
    root
}

/// Takes the entries deeper than `above`.
fn nest<'a>(file: &mut Document, rest: &mut &'a [OutlineEntry], above: u8) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    while let Some((entry, after)) = rest.split_first().filter(|(entry, _)| entry.level > above) {
        *rest = after;
        let id = file.new_object_id();
        items.push(Item { id, entry, below: nest(file, rest, entry.level) });
    }
    items
}

fn write(items: &[Item<'_>], parent: ObjectId, page_ids: &[ObjectId]) -> Vec<(ObjectId, Dictionary)> {
    let mut written = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let page = page_ids.get(item.entry.page).copied().map_or(Object::Null, Object::Reference);
        let top = Object::Real(PAGE_HEIGHT - item.entry.y + 6.0);
        let mut entry = dictionary! {
            "Title" => text_string(&item.entry.text),
            "Parent" => Object::Reference(parent),
            "Dest" => vec![page, "XYZ".into(), Object::Null, top, Object::Null],
        };
        if let Some(before) = number.checked_sub(1).and_then(|before| items.get(before)) {
            entry.set("Prev", Object::Reference(before.id));
        }
        if let Some(after) = items.get(number + 1) {
            entry.set("Next", Object::Reference(after.id));
        }
        if !item.below.is_empty() {
            entry.set("Count", integer(count(&item.below)));
            link(&mut entry, &item.below);
        }
        written.push((item.id, entry));
        written.extend(write(&item.below, item.id, page_ids));
    }
    written
}

fn link(dictionary: &mut Dictionary, items: &[Item<'_>]) {
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        dictionary.set("First", Object::Reference(first.id));
        dictionary.set("Last", Object::Reference(last.id));
    }
}

fn count(items: &[Item<'_>]) -> usize {
    items.iter().map(|item| 1 + count(&item.below)).sum()
}
