//! A page of kunskapsstöd on paper.

use super::letterhead;
use super::words::joined;
use crate::document::{Block, Document};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::{NaiveDate, NaiveTime};
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
    Document {
        title: title.to_owned(),
        language: "sv".to_owned(),
        author: joined([&organisation.name, &organisation.unit], ", "),
        letterhead: letterhead(texts, organisation, logo),
        created: day.and_time(NaiveTime::MIN).and_utc(),
        header: texts.get("paper-knowledge-header"),
        draft: false,
        subject: None,
        large_type: false,
        blocks,
    }
}
