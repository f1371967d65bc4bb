//! What a command that writes to a case has in its hands.

use super::{Ids, hidden};
use crate::{AppError, Code, act::Call};
use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{
    case::Case,
    ids::CaseId,
    law::LawReference,
    profile::{Agreements, Organisation, User},
};
use samsyn_print::Logo;
use samsyn_store::{self as store, Reader, Writer, table::Row};
use std::sync::Arc;
use uuid::Uuid;

/// A command that writes to a case: the case as it stands, the surroundings, and the pen.
pub(crate) struct Acting<'a> {
    pub(crate) case: Case,
    pub(crate) now: DateTime<Utc>,
    pub(crate) today: NaiveDate,
    pub(crate) organisation: &'a Organisation,
    pub(crate) logo: Option<&'a Arc<Logo>>,
    pub(crate) agreements: &'a Agreements,
    pub(crate) law: &'a [LawReference],
    /// Whether the store is one of practice.
    pub(crate) practice: bool,
    user: &'a User,
    ids: &'a Ids,
    writer: &'a Writer<'a>,
}

/// What an [`Acting`] has beside the case and the pen.
pub(crate) struct Desk<'a> {
    pub(crate) organisation: &'a Organisation,
    pub(crate) logo: Option<&'a Arc<Logo>>,
    pub(crate) agreements: &'a Agreements,
    pub(crate) user: &'a User,
    pub(crate) law: &'a [LawReference],
    pub(crate) practice: bool,
    pub(crate) ids: &'a Ids,
}

/// The one command that writes to a case that a colleague has.
const TAKE_BACK: &str = "case.take_back";

impl<'a> Acting<'a> {
    /// Loads the case. A case that a colleague has is read here, and written there.
    pub(crate) fn on(call: &Call, case: CaseId, desk: &Desk<'a>, writer: &'a Writer<'a>) -> Result<Self, AppError> {
        let case = store::tables::load_case(writer, case)?.ok_or_else(|| AppError::at(Code::NotFound, "case"))?;
        let Desk { organisation, logo, agreements, user, law, practice, ids } = *desk;
        if case.is_away() && call.command != TAKE_BACK {
            return Err(AppError::new(Code::HandedOver));
        }
        Ok(Self { case, now: call.now, today: call.today, organisation, logo, agreements, law, practice, user, ids, writer })
    }

    /// A new identifier.
    pub(crate) fn new_id(&self) -> Uuid {
        self.ids.next(self.now)
    }

    /// The user's name, as acts carry it.
    pub(crate) fn user_name(&self) -> String {
        self.user.name.clone()
    }

    /// Refuses unless the user is named on every case of the case's person.
    pub(crate) fn refuse_unnamed(&self) -> Result<(), AppError> {
        hidden::refuse_unnamed(self.reader(), self.case.person.id, self.user, self.organisation.activity)
    }

    /// Refuses unless the user is named on every case of the case's person that came before it.
    pub(crate) fn refuse_newcomer(&self) -> Result<(), AppError> {
        hidden::refuse_newcomer(self.reader(), &self.case, self.user, self.organisation.activity)
    }

    /// Adds a record.
    pub(crate) fn insert<T: Row>(&self, record: &T) -> Result<(), AppError> {
        Ok(store::table::insert(self.writer, record)?)
    }

    /// Changes a draft record.
    pub(crate) fn update<T: Row>(&self, record: &T) -> Result<(), AppError> {
        Ok(store::table::update(self.writer, record)?)
    }

    /// Removes a draft record.
    pub(crate) fn remove<T: Row>(&self, id: Uuid) -> Result<(), AppError> {
        Ok(store::table::remove::<T>(self.writer, id)?)
    }

    /// The store, to read.
    pub(crate) fn reader(&self) -> &Reader<'a> {
        self.writer
    }

    /// The store, to write.
    pub(crate) fn writer(&self) -> &Writer<'a> {
        self.writer
    }
}
