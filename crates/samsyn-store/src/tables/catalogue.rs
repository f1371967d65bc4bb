//! The catalogue's chain: the units that people can turn to, and the gränsdragning.

use samsyn_plan::catalogue::{Demarcation, Unit};

use crate::table::table;

table!(
    Unit,
    "unit",
    draft [
        kind, organisation, unit, phone, does, does_not, ages_from, ages_to, areas, municipality, hours, address, obstacles, digital, web,
        email, approach, approach_note, source, checked_on, ended_on
    ]
);
table!(Demarcation, "demarcation", draft [action, area, ages_from, ages_to, answered_by, text, source, since, ended_on]);
