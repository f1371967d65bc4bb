//! What the file says about itself (XMP, ISO 16684-1).

use crate::document::Document;
use crate::layout::clean;
use crate::text::Texts;
use chrono::SecondsFormat;
use lopdf::{ObjectId, Stream, dictionary};

/// Declares the property that names PDF/UA, as PDF/A wants for properties of others (ISO 19005-2, 6.6.2.3).
const UA_SCHEMA: &str = "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>";

const NAMESPACES: &str = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

/// Adds the metadata, uncompressed so that archives can read it without a PDF program.
pub(super) fn add(file: &mut lopdf::Document, document: &Document) -> ObjectId {
    let stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(document).into_bytes());
    file.add_object(stream.with_compression(false))
}

fn xmp(document: &Document) -> String {
    let title = match escaped(&document.title) {
        title if title.trim().is_empty() => escaped(&Texts::swedish().get("paper-untitled")),
        title => title,
    };
    let author = escaped(&document.author);
    let language = escaped(&document.language);
    let created = document.created.to_rfc3339_opts(SecondsFormat::Secs, true);
    let about = document.subject.as_deref().map(escaped).map_or_else(String::new, |subject| {
        format!("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>")
    });
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
        <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" {NAMESPACES}>\
        <dc:format>application/pdf</dc:format>\
        <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
        <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>{about}\
        <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
        <xmp:CreatorTool>Samsyn</xmp:CreatorTool><xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>\
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>{UA_SCHEMA}\
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    )
}

/// Text as it may stand in XML.
fn escaped(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
