//! The logo in the file: an image that is packed as it was in its PNG file (ISO 32000-1, 8.9.5).

use crate::layout::PAGE_HEIGHT;
use crate::logo::Logo;
use printpdf::{DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, Pt, XObject, XObjectId, XObjectTransform};
use std::collections::BTreeMap;

/// Its name among the resources.
const NAME: &str = "Logo";
/// That each row says how it is to be unpacked (ISO 32000-1, table 10).
const PNG_PREDICTOR: i64 = 15;

/// Adds the image to the resources, once for the whole file.
pub(super) fn add(document: &mut PdfDocument, logo: &Logo) {
    let (width, height) = logo.pixels();
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let entries = |entries: &[(&str, DictItem)]| -> BTreeMap<String, DictItem> {
        entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
    };
    let packing = [
        ("Predictor", DictItem::Int(PNG_PREDICTOR)),
        ("Colors", DictItem::Int(3)),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Columns", DictItem::Int(width.into())),
    ];
    let dict = entries(&[
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width.into())),
        ("Height", DictItem::Int(height.into())),
        ("ColorSpace", name("DeviceRGB")),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name("FlateDecode")),
        ("DecodeParms", DictItem::Dict { map: entries(&packing) }),
    ]);
    let stream = ExternalStream { dict, content: logo.packed(), compress: false };
    let image = XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None });
    document.resources.xobjects.map.insert(XObjectId(NAME.to_owned()), image);
}

/// Paints it by its upper left corner, in points from the top of the page.
pub(super) fn paint((x, y): (f32, f32), (width, height): (f32, f32), ops: &mut Vec<Op>) {
    let transform = XObjectTransform {
        translate_x: Some(Pt(x)),
        translate_y: Some(Pt(PAGE_HEIGHT - y - height)),
        scale_x: Some(width),
        scale_y: Some(height),
        ..XObjectTransform::default()
    };
    ops.push(Op::UseXobject { id: XObjectId(NAME.to_owned()), transform });
}

#[cfg(test)]
mod tests;
