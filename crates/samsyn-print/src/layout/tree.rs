//! The reading structure: which element holds which, and where its content is painted.

/// What an element is (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tag {
    Document,
    /// 1 is the title.
    Heading(u8),
    Paragraph,
    BlockQuote,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    Caption,
    TableHead,
    TableBody,
    TableRow,
    HeaderCell(Scope),
    DataCell,
    /// A picture, with the words that replace it.
    Figure(String),
}

/// What a header cell is the head of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

impl Scope {
    /// The attribute's value.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Column => "Column",
            Self::Row => "Row",
        }
    }
}

impl Tag {
    /// The standard structure type.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(_) => "H4",
            Self::Paragraph => "P",
            Self::BlockQuote => "BlockQuote",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableRow => "TR",
            Self::HeaderCell(_) => "TH",
            Self::DataCell => "TD",
            Self::Figure(_) => "Figure",
        }
    }
}

/// Number of an element in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ElementId(usize);

impl ElementId {
    /// The number.
    pub(crate) const fn index(self) -> usize {
        self.0
    }
}

/// What an element holds, in reading order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kid {
    Element(ElementId),
    /// A mark on a page: both counted from 0, the mark among all of the page's marks.
    Mark {
        page: usize,
        mark: usize,
    },
}

/// One element.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<ElementId>,
    pub(crate) kids: Vec<Kid>,
}

/// All elements. The first is the document.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    elements: Vec<Element>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { elements: vec![Element { tag: Tag::Document, parent: None, kids: Vec::new() }] }
    }
}

impl Tree {
    /// The document itself.
    pub(crate) const ROOT: ElementId = ElementId(0);

    /// A new element, last in `parent`.
    pub(crate) fn add(&mut self, parent: ElementId, tag: Tag) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(Element { tag, parent: Some(parent), kids: Vec::new() });
        self.add_kid(parent, Kid::Element(id));
        id
    }

    /// Content, last in `parent`.
    pub(crate) fn add_kid(&mut self, parent: ElementId, kid: Kid) {
        if let Some(element) = self.elements.get_mut(parent.0) {
            element.kids.push(kid);
        }
    }

    /// One element.
    pub(crate) fn get(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.0)
    }

    /// All elements, the document first.
    pub(crate) fn elements(&self) -> &[Element] {
        &self.elements
    }
}
