//! The catalog, the colour profile and an identity that comes from the content alone.

use crate::PrintError;
use crate::document::Document;
use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The sRGB profile that grey and black are measured by.
const SRGB: &[u8] = include_bytes!("../../../../assets/icc/sRGB.icc");

/// The profile as it stands in each file, so packed only once. One that could not be packed would be written as it is.
static PROFILE: LazyLock<Stream> = LazyLock::new(|| {
    let mut profile = Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec());
    let _ = profile.compress();
    profile
});

/// What the catalog points at.
pub(super) struct Parts {
    pub(super) structure: ObjectId,
    pub(super) outline: ObjectId,
    pub(super) metadata: ObjectId,
}

/// Completes the file and writes it.
pub(super) fn finish(mut file: lopdf::Document, document: &Document, parts: &Parts) -> Result<Vec<u8>, PrintError> {
    "1.7".clone_into(&mut file.version);
    let profile = file.add_object(PROFILE.clone());
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => Object::Reference(profile),
    };
    let catalog = file.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(document.language.as_str()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", Object::Reference(parts.structure));
    catalog.set("Outlines", Object::Reference(parts.outline));
    catalog.set("Metadata", Object::Reference(parts.metadata));
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    // A name, where printpdf writes a string.
    catalog.set("PageMode", "UseOutlines");
    remove_information(&mut file);
    file.compress();
    let identity = identity(&file);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

/// The information dictionary would repeat the metadata, and tell when and with what the file was made.
fn remove_information(file: &mut lopdf::Document) {
    if let Some(Object::Reference(id)) = file.trailer.remove(b"Info") {
        file.objects.remove(&id);
    }
}

/// Half of a SHA-256 over all streams: content, fonts and metadata.
fn identity(file: &lopdf::Document) -> Object {
    let mut hasher = Sha256::new();
    for stream in file.objects.values().filter_map(|object| object.as_stream().ok()) {
        hasher.update(&stream.content);
    }
    Object::String(hasher.finalize().iter().take(16).copied().collect(), StringFormat::Hexadecimal)
}
