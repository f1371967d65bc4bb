//! Help for each view, and the tour that a user is shown once.

use super::store::{StoreStatus, status_of};
use crate::{
    App, AppError, Code,
    act::Call,
    describe::commands,
    pages::{self, HELP, KNOWLEDGE, PageBlock},
};
use chrono::NaiveDate;
use samsyn_plan::{ids::UserId, law};
use samsyn_store::{self as store, Chain, Kind, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "help.show" Store [NotFound] show: HelpShow => HelpPage;
    "help.tour_seen" Act [] tour_seen: TourSeen => StoreStatus;
}

/// Shows the help of a view. It holds nothing of the store, and can be read while that is locked.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HelpShow {
    /// The view's name.
    view: String,
}

/// The help of a view.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct HelpPage {
    /// The heading.
    title: String,
    /// When it was written.
    read_on: Option<NaiveDate>,
    /// The text.
    blocks: Vec<PageBlock>,
    /// The pages of kunskapsstöd that go with it.
    knowledge: Vec<HelpLink>,
}

/// A page of kunskapsstöd that goes with a help.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct HelpLink {
    /// The page's name.
    page: String,
    /// Its heading.
    title: String,
}

/// The user has seen the tour, or does not want to.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TourSeen {}

/// The setting that says which users have seen the tour.
const SEEN: &str = "tour_seen";

fn show(app: &mut App, call: &Call, request: HelpShow) -> Result<HelpPage, AppError> {
    let help = pages::found(HELP, &request.view).ok_or_else(|| AppError::at(Code::NotFound, "view"))?;
    let law = law::in_force(&app.law, call.today);
    let knowledge = help.knowledge.into_iter().filter_map(|page| {
        let title = pages::found(KNOWLEDGE, &page)?.title;
        Some(HelpLink { page, title })
    });
    Ok(HelpPage {
        title: help.title,
        read_on: help.read_on,
        blocks: pages::blocks(&pages::with_law(&help.markdown, &law)),
        knowledge: knowledge.collect(),
    })
}

fn tour_seen(app: &mut App, call: &Call, _: TourSeen) -> Result<StoreStatus, AppError> {
    let user = app.session()?.user.id;
    app.write(call, Chain::Store, Kind::Act, |writer| {
        let mut seen = seen_by(writer)?;
        if !seen.contains(&user) {
            seen.push(user);
            store::tables::set_setting(writer, SEEN, &seen)?;
        }
        Ok(())
    })?;
    app.session_mut()?.tour_seen = true;
    Ok(status_of(app))
}

/// Who has seen the tour.
pub(crate) fn seen_by(reader: &Reader<'_>) -> Result<Vec<UserId>, store::StoreError> {
    Ok(store::tables::setting(reader, SEEN)?.unwrap_or_default())
}
