//! An incremental update of a PDF (ISO 32000-1, 7.5.6): its old bytes, and after them what a signature needs.

use crate::{
    Particulars, SignError,
    object::{hex, text, written},
};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, xref::XrefType};
use ring::digest::{Context, SHA256};
use std::{fmt::Write, ops::Range};

/// The bit of a widget's flags that prints it, and the one that locks it (12.5.3). PDF/A asks for the first.
const PRINTED_AND_LOCKED: i64 = 4 + 128;
/// The file is signed, and is only ever to be added to (12.7.2).
const SIGNED_AND_ONLY_ADDED_TO: i64 = 1 + 2;

/// A file that is ready but for the signature itself.
pub(crate) struct Unsigned {
    bytes: Vec<u8>,
    /// Where the signature's hexadecimal string stands, with its brackets. It is all that the signature does not cover.
    gap: Range<usize>,
}

impl Unsigned {
    /// SHA-256 of all that the signature covers.
    pub(crate) fn digest(&self) -> Vec<u8> {
        let mut context = Context::new(&SHA256);
        context.update(self.bytes.get(..self.gap.start).unwrap_or_default());
        context.update(self.bytes.get(self.gap.end..).unwrap_or_default());
        context.finish().as_ref().to_vec()
    }

    /// Puts the signature in its place.
    pub(crate) fn fill(mut self, signature: &[u8]) -> Result<Vec<u8>, SignError> {
        let digits = hex(signature);
        let room = self.bytes.get_mut(self.gap.start + 1..self.gap.end - 1).ok_or(SignError::File)?;
        room.get_mut(..digits.len()).ok_or(SignError::Certificate)?.copy_from_slice(digits.as_bytes());
        Ok(self.bytes)
    }
}

/// Adds a signature field, with room for a signature of some bytes.
pub(crate) fn with_empty_signature(pdf: &[u8], about: &Particulars<'_>, space: usize) -> Result<Unsigned, SignError> {
    let file = Document::load_mem(pdf).map_err(|_| SignError::File)?;
    // A table of references after a stream of them would be no PDF, and an encrypted file would need its key.
    if !matches!(file.reference_table.cross_reference_type, XrefType::CrossReferenceTable) || file.trailer.has(b"Encrypt") {
        return Err(SignError::File);
    }
    let root = file.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| SignError::File)?;
    let page = *file.get_pages().get(&1).ok_or(SignError::File)?;
    let first_free = file.trailer.get(b"Size").and_then(Object::as_i64).ok().and_then(|size| u32::try_from(size).ok());
    let signature: ObjectId = (first_free.ok_or(SignError::File)?, 0);
    let field: ObjectId = (signature.0 + 1, 0);

    let mut update = Update { bytes: pdf.to_vec(), places: Vec::new() };
    if !pdf.ends_with(b"\n") {
        update.bytes.push(b'\n');
    }
    let (catalog, count) = catalog_with(&file, root, field)?;
    update.put(root, &written(&Object::Dictionary(catalog)));
    update.put(page, &written(&Object::Dictionary(page_with(&file, page, field)?)));
    update.put(field, &written(&Object::Dictionary(widget(count, signature, page, about))));
    let blanks = update.put_signature(signature, about, space);
    update.close(&file, root, field.0 + 1)?;
    Ok(blanks.measured(update.bytes))
}

/// The objects that have been added so far.
struct Update {
    bytes: Vec<u8>,
    places: Vec<(ObjectId, usize)>,
}

/// Where the signature's own blanks begin.
struct Blanks {
    range: usize,
    contents: Range<usize>,
}

/// Four numbers of ten digits, which no file outgrows.
const BLANK_RANGE: &str = "[0000000000 0000000000 0000000000 0000000000]";

impl Update {
    /// Adds an object, and answers where its body begins.
    fn put(&mut self, id: ObjectId, body: &str) -> usize {
        self.places.push((id, self.bytes.len()));
        self.bytes.extend_from_slice(format!("{} {} obj\n", id.0, id.1).as_bytes());
        let start = self.bytes.len();
        self.bytes.extend_from_slice(body.as_bytes());
        self.bytes.extend_from_slice(b"\nendobj\n");
        start
    }

    fn put_signature(&mut self, id: ObjectId, about: &Particulars<'_>, room: usize) -> Blanks {
        let head = format!(
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name {} /M (D:{}Z) /ByteRange ",
            written(&text(about.name)),
            about.at.format("%Y%m%d%H%M%S")
        );
        let start = self.put(id, &format!("{head}{BLANK_RANGE} /Contents <{}> >>", "0".repeat(room * 2)));
        let range = start + head.len();
        let contents = range + BLANK_RANGE.len() + " /Contents ".len();
        Blanks { range, contents: contents..contents + room * 2 + 2 }
    }

    /// The table of what was added, and a trailer that points to the one before.
    fn close(&mut self, file: &Document, root: ObjectId, size: u32) -> Result<(), SignError> {
        let start = self.bytes.len();
        self.places.sort_unstable();
        let mut table = "xref\n".to_owned();
        for ((number, generation), place) in &self.places {
            let _ = writeln!(table, "{number} 1\n{place:010} {generation:05} n ");
        }
        let mut trailer = dictionary! {
            "Size" => i64::from(size),
            "Root" => root,
            "Prev" => i64::try_from(file.xref_start).map_err(|_| SignError::File)?,
        };
        // PDF/A asks for it in every trailer.
        if let Ok(identity) = file.trailer.get(b"ID") {
            trailer.set("ID", identity.clone());
        }
        let _ = write!(table, "trailer\n{}\nstartxref\n{start}\n%%EOF\n", written(&Object::Dictionary(trailer)));
        self.bytes.extend_from_slice(table.as_bytes());
        Ok(())
    }
}

impl Blanks {
    /// Writes what the signature covers: everything but itself.
    fn measured(self, mut bytes: Vec<u8>) -> Unsigned {
        let Range { start, end } = self.contents;
        let range = format!("[{:010} {start:010} {end:010} {:010}]", 0, bytes.len() - end);
        if let Some(blank) = bytes.get_mut(self.range..self.range + BLANK_RANGE.len()) {
            blank.copy_from_slice(range.as_bytes());
        }
        Unsigned { bytes, gap: start..end }
    }
}

/// The catalog with one signature field more, and how many fields it had.
fn catalog_with(file: &Document, root: ObjectId, field: ObjectId) -> Result<(Dictionary, usize), SignError> {
    let mut catalog = file.get_dictionary(root).map_err(|_| SignError::File)?.clone();
    let mut form = match catalog.get(b"AcroForm") {
        Ok(form) => followed(file, form).as_dict().map_err(|_| SignError::File)?.clone(),
        Err(_) => Dictionary::new(),
    };
    let mut fields = list(file, &form, b"Fields");
    let count = fields.len();
    fields.push(Object::Reference(field));
    form.set("Fields", fields);
    form.set("SigFlags", SIGNED_AND_ONLY_ADDED_TO);
    catalog.set("AcroForm", form);
    Ok((catalog, count))
}

fn page_with(file: &Document, page: ObjectId, field: ObjectId) -> Result<Dictionary, SignError> {
    let mut page = file.get_dictionary(page).map_err(|_| SignError::File)?.clone();
    let mut annotations = list(file, &page, b"Annots");
    annotations.push(Object::Reference(field));
    page.set("Annots", annotations);
    Ok(page)
}

/// The field, as a widget outside the page: PDF/UA-1 (7.18) asks for no tag there, and PDF/A-2 for no picture.
fn widget(count: usize, signature: ObjectId, page: ObjectId, about: &Particulars<'_>) -> Dictionary {
    let outside: Vec<Object> = [-2_i64; 4].into_iter().map(Object::from).collect();
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text(&format!("Signature{}", count + 1)),
        "TU" => text(about.label),
        "V" => signature,
        "P" => page,
        "Rect" => outside,
        "F" => PRINTED_AND_LOCKED,
    }
}

/// The items of a list, which may stand elsewhere in the file.
fn list(file: &Document, holder: &Dictionary, name: &[u8]) -> Vec<Object> {
    holder.get(name).map(|found| followed(file, found)).and_then(Object::as_array).cloned().unwrap_or_default()
}

/// An object, or the one that it refers to.
pub(crate) fn followed<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).map_or(object, |(_, found)| found)
}
