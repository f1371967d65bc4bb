//! What stands in the pages of a table: SQLite's file format, sections 1.6 (b-tree pages) and 2.1 (records).

use rusqlite::types::Value;

use super::pages::{Pages, USABLE, be16, be32};

/// What a page of a table's rows begins with.
pub(super) const LEAF: u8 = 0x0d;

/// A page of a table's tree.
pub(super) enum Node {
    /// Its rows.
    Leaf(Vec<Cell>),
    /// The pages below it, in order.
    Inner(Vec<u32>),
}

/// A row as it stands in a page.
pub(super) struct Cell {
    pub(super) rowid: i64,
    length: usize,
    here: Vec<u8>,
    /// The page where a long row goes on.
    further: Option<u32>,
}

/// Reads a page of a table's tree; nothing where it is a page of another kind, or does not hold together.
pub(super) fn node(number: u32, page: &[u8]) -> Option<Node> {
    let head = if number == 1 { 100 } else { 0 };
    let (kind, cells) = (*page.get(head)?, be16(page, head + 3)?);
    let inner = match kind {
        LEAF => false,
        0x05 => true,
        _ => return None,
    };
    let pointers = head + if inner { 12 } else { 8 };
    let places = (0..cells).map(|index| be16(page, pointers + 2 * index));
    if inner {
        let last = be32(page, head + 8)?;
        let children = places.map(|place| be32(page, place?)).chain([Some(last)]);
        return children.collect::<Option<_>>().map(Node::Inner);
    }
    places.map(|place| cell(page, place?)).collect::<Option<_>>().map(Node::Leaf)
}

fn cell(page: &[u8], place: usize) -> Option<Cell> {
    let mut rest = page.get(place..)?;
    let length = usize::try_from(varint(&mut rest)?).ok()?;
    let rowid = varint(&mut rest)?;
    let here = local(length);
    let further = if here < length { Some(be32(rest, here)?) } else { None };
    Some(Cell { rowid, length, here: rest.get(..here)?.to_vec(), further })
}

/// How many bytes of a row stand in its own page.
fn local(length: usize) -> usize {
    let most = USABLE - 35;
    if length <= most {
        return length;
    }
    let least = (USABLE - 12) * 32 / 255 - 23;
    let wished = least + (length - least) % (USABLE - 4);
    if wished <= most { wished } else { least }
}

impl Cell {
    /// The row's values, read on through the pages that a long row fills; nothing where one of those is lost.
    pub(super) fn values(&self, pages: &Pages) -> Option<Vec<Value>> {
        let mut bytes = self.here.clone();
        let mut next = self.further;
        while let Some(number) = next {
            let page = pages.page(number)?;
            let wanted = (self.length - bytes.len()).min(USABLE - 4);
            bytes.extend_from_slice(page.get(4..4 + wanted)?);
            next = be32(&page, 0).filter(|_| bytes.len() < self.length);
        }
        if bytes.len() == self.length { record(&bytes) } else { None }
    }
}

fn record(bytes: &[u8]) -> Option<Vec<Value>> {
    let mut rest = bytes;
    let head = usize::try_from(varint(&mut rest)?).ok()?;
    let mut kinds = bytes.get(bytes.len() - rest.len()..head)?;
    let mut body = bytes.get(head..)?;
    let mut values = Vec::new();
    while !kinds.is_empty() {
        values.push(value(varint(&mut kinds)?, &mut body)?);
    }
    Some(values)
}

fn value(kind: i64, body: &mut &[u8]) -> Option<Value> {
    let mut take = |length: usize| {
        let (taken, rest) = body.split_at_checked(length)?;
        *body = rest;
        Some(taken)
    };
    Some(match kind {
        0 => Value::Null,
        1..=4 => Value::Integer(number(take(usize::try_from(kind).ok()?)?)),
        5 => Value::Integer(number(take(6)?)),
        6 => Value::Integer(number(take(8)?)),
        7 => Value::Real(f64::from_be_bytes(take(8)?.try_into().ok()?)),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        12.. if kind % 2 == 0 => Value::Blob(take(usize::try_from((kind - 12) / 2).ok()?)?.to_vec()),
        13.. => Value::Text(String::from_utf8(take(usize::try_from((kind - 13) / 2).ok()?)?.to_vec()).ok()?),
        _ => return None,
    })
}

/// A signed number of one to eight bytes, the highest first.
fn number(bytes: &[u8]) -> i64 {
    let sign = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    bytes.iter().fold(if sign { -1 } else { 0 }, |number, byte| (number << 8) | i64::from(*byte))
}

/// SQLite's number of one to nine bytes.
fn varint(rest: &mut &[u8]) -> Option<i64> {
    let mut number: i64 = 0;
    for index in 0..9 {
        let (byte, tail) = rest.split_first()?;
        *rest = tail;
        if index == 8 {
            return Some((number << 8) | i64::from(*byte));
        }
        number = (number << 7) | i64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}
