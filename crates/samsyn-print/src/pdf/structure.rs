//! The structure tree and the tree from content back to it (ISO 32000-1, 14.7).

use super::{integer, text_string};
use crate::PrintError;
use crate::layout::PAGE_HEIGHT;
use crate::layout::page::{Drawing, Laid, Mark, Owner, Page};
use crate::layout::tree::{Element, ElementId, Kid, Tag, Tree};
use lopdf::{Document, Object, ObjectId, dictionary};
use std::collections::HashMap;

/// Adds both trees and returns the root.
pub(super) fn add(file: &mut Document, laid: &Laid, page_ids: &[ObjectId]) -> Result<ObjectId, PrintError> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = laid.tree.elements().iter().map(|_| file.new_object_id()).collect();
    let writer = Writer { laid, page_ids, ids: &ids, root, mcids: laid.pages.iter().map(mcids).collect() };
    for (element, &id) in laid.tree.elements().iter().zip(&ids) {
        file.set_object(id, writer.element(element));
    }
    let parents = file.add_object(writer.parent_tree());
    let document = writer.id(Tree::ROOT);
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => Object::Array(vec![document]),
            "ParentTree" => Object::Reference(parents),
            "ParentTreeNextKey" => integer(page_ids.len()),
        },
    );
    for (number, &id) in page_ids.iter().enumerate() {
        let page = file.get_object_mut(id)?.as_dict_mut()?;
        page.set("StructParents", integer(number));
        page.set("Tabs", "S");
        // printpdf writes an empty array.
        page.remove(b"Annots");
    }
    Ok(root)
}

struct Writer<'a> {
    laid: &'a Laid,
    page_ids: &'a [ObjectId],
    ids: &'a [ObjectId],
    root: ObjectId,
    /// Of each page: the number of a mark's content, by the mark's place.
    mcids: Vec<HashMap<usize, usize>>,
}

/// Content is numbered in the order it is painted, artifacts left out.
fn mcids(page: &Page) -> HashMap<usize, usize> {
    let owned = page.marks.iter().enumerate().filter(|(_, mark)| matches!(mark.owner, Owner::Element(_)));
    owned.enumerate().map(|(mcid, (place, _))| (place, mcid)).collect()
}

impl Writer<'_> {
    fn id(&self, element: ElementId) -> Object {
        self.ids.get(element.index()).copied().map_or(Object::Null, Object::Reference)
    }

    fn page(&self, number: usize) -> Object {
        self.page_ids.get(number).copied().map_or(Object::Null, Object::Reference)
    }

    fn element(&self, element: &Element) -> Object {
        let mut entries = dictionary! {
            "Type" => "StructElem",
            "S" => element.tag.name(),
            "P" => element.parent.map_or(Object::Reference(self.root), |parent| self.id(parent)),
        };
        if !element.kids.is_empty() {
            entries.set("K", element.kids.iter().map(|kid| self.kid(kid)).collect::<Vec<_>>());
        }
        match &element.tag {
            Tag::HeaderCell(scope) => entries.set("A", dictionary! { "O" => "Table", "Scope" => scope.name() }),
            Tag::List => entries.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
            Tag::Figure(alternative) => {
                entries.set("Alt", text_string(alternative));
                if let Some((page, bounds)) = self.figure(element) {
                    entries.set("Pg", self.page(page));
                    entries.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
                }
            }
            _ => {}
        }
        Object::Dictionary(entries)
    }

    fn kid(&self, kid: &Kid) -> Object {
        match *kid {
            Kid::Element(element) => self.id(element),
            Kid::Mark { page, mark } => {
                let mcid = self.mcids.get(page).and_then(|mcids| mcids.get(&mark)).copied().unwrap_or_default();
                Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => self.page(page), "MCID" => integer(mcid) })
            }
        }
    }

    /// Page and bounding box of a figure.
    fn figure(&self, element: &Element) -> Option<(usize, Object)> {
        let Some(&Kid::Mark { page, mark }) = element.kids.first() else { return None };
        let mark = self.laid.pages.get(page)?.marks.get(mark)?;
        Some((page, bounds(mark)))
    }

    /// Of each page, the elements of its content by number.
    fn parent_tree(&self) -> Object {
        let mut numbers = Vec::new();
        for (number, page) in self.laid.pages.iter().enumerate() {
            let owners = page.marks.iter().filter_map(|mark| match mark.owner {
                Owner::Element(element) => Some(self.id(element)),
                Owner::Artifact(_) => None,
            });
            numbers.extend([integer(number), Object::Array(owners.collect())]);
        }
        Object::Dictionary(dictionary! { "Nums" => numbers })
    }
}

/// Left, bottom, right and top of what is drawn.
fn bounds(mark: &Mark) -> Object {
    let mut edges = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    let [left, bottom, right, top] = &mut edges;
    for drawing in &mark.drawings {
        let (corners, around) = match drawing {
            Drawing::Stroke { points, width, .. } => (points.clone(), *width),
            Drawing::Shape { points, .. } => (points.clone(), 0.0),
            Drawing::Logo { x, y, width, height } | Drawing::Fill { x, y, width, height, .. } => {
                (vec![(*x, *y), (x + width, y + height)], 0.0)
            }
            Drawing::Line { from, to, width, .. } => (vec![*from, *to], *width),
            Drawing::Run(run) => (vec![(run.x, run.y - run.size), (run.x, run.y)], 0.0),
        };
        for (x, y) in corners {
            let y = PAGE_HEIGHT - y;
            *left = left.min(x - around);
            *bottom = bottom.min(y - around);
            *right = right.max(x + around);
            *top = top.max(y + around);
        }
    }
    Object::Array(edges.into_iter().map(Object::Real).collect())
}
