//! The store's own figures.

use crate::{
    App, AppError,
    act::{Call, date},
    describe::commands,
};
use samsyn_statistics::{Figures, figures};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "statistics.show" Read [EmptyField, DateUnreadable] show: StatisticsShow => Figures;
}

/// Counts what happened in a period. The figures hold no person; they are one's own, and small numbers are not hidden.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatisticsShow {
    /// The first day: a date as typed.
    from: String,
    /// The last day: a date as typed.
    to: String,
}

fn show(app: &mut App, _: &Call, request: StatisticsShow) -> Result<Figures, AppError> {
    let (from, to) = (date("from", &request.from)?, date("to", &request.to)?);
    let found = app.case_lines()?.into_iter().map(|line| app.readable(line.case)).collect::<Result<Vec<_>, _>>()?;
    let hurt = found.iter().filter(|case| case.is_none()).count();
    let mut cases: Vec<_> = found.into_iter().flatten().collect();
    // A case that a colleague has is counted there.
    cases.retain(|case| !case.is_away());
    Ok(Figures { hurt: u32::try_from(hurt).unwrap_or(u32::MAX), ..figures(&cases, from, to) })
}
