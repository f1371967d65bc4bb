//! A page of kunskapsstöd on paper.

use super::{of_no_case, start_of};
use crate::document::{Block, Document};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::NaiveDate;
use samsyn_plan::profile::Organisation;
use std::sync::Arc;

/// A page that is about no case: a heading and its blocks, of the day on which its text was settled.
pub fn page(
    texts: &Texts,
    organisation: &Organisation,
    logo: Option<&Arc<Logo>>,
    title: &str,
    day: NaiveDate,
    blocks: Vec<Block>,
) -> Document {
    let header = texts.get("paper-knowledge-header");
    Document { header, ..of_no_case(texts, organisation, logo, title.to_owned(), start_of(day), blocks) }
}
