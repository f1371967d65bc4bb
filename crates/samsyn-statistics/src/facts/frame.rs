//! What stands in every row: the time of a fact, and what is known of the case and its person then.

use super::*;
use samsyn_plan::{codes::Sex, first_contact::FirstContact, identity::IdentityNumber};

/// What a row knows of its case and person, whatever it tells of.
pub(super) struct Frame<'a> {
    municipality: &'a str,
    born: Option<NaiveDate>,
    sex: Option<Sex>,
    area: &'static str,
    plan_type: &'static str,
    activity: Option<Activity>,
}

impl<'a> Frame<'a> {
    pub(super) fn of_case(case: &Case, setting: &Setting<'a>) -> Self {
        Self {
            municipality: municipality(case, setting.profile),
            born: case.person.birth_date(),
            sex: case.person.identity.sex(),
            area: case.need.main_area.map_or(UNKNOWN, Coded::code),
            plan_type: case.plan_type.code(),
            activity: setting.activities.get(&case.id).copied(),
        }
    }

    /// Of somebody who has no case. Where the person lives was never asked, and several areas have no main one among them.
    pub(super) fn of_contact(contact: &FirstContact, setting: &Setting<'a>) -> Self {
        let identity = IdentityNumber::parse(&contact.identity, false, setting.today).ok();
        let area = match contact.areas.as_slice() {
            [area] => area.code(),
            _ => UNKNOWN,
        };
        Self {
            municipality: UNKNOWN,
            born: identity.as_ref().and_then(IdentityNumber::birth_date),
            sex: identity.as_ref().and_then(IdentityNumber::sex),
            area,
            plan_type: UNKNOWN,
            activity: contact.activity,
        }
    }

    /// The codes of [`FRAME`], on a day of a year.
    pub(super) fn codes<'b>(&'b self, on: NaiveDate, year: &'b str) -> [&'b str; FRAME.len()] {
        [
            year,
            quarter(on),
            self.municipality,
            age_band(self.born.and_then(|born| on.years_since(born))),
            self.sex.map_or(UNKNOWN, Sex::code),
            self.area,
            self.plan_type,
            self.activity.map_or(UNKNOWN, Coded::code),
        ]
    }
}

/// The municipality as the profile spells it. That of whoever is protected is not told: it is where they are.
fn municipality<'a>(case: &Case, profile: &'a Profile) -> &'a str {
    if case.person_is_protected() {
        return UNKNOWN;
    }
    by_profile(&case.person.municipality, profile.municipalities.iter().map(String::as_str))
}

fn quarter(on: NaiveDate) -> &'static str {
    match on.month0() / 3 {
        0 => "1",
        1 => "2",
        2 => "3",
        _ => "4",
    }
}

pub(super) fn age_band(age: Option<u32>) -> &'static str {
    match age {
        None => UNKNOWN,
        Some(..=12) => "0_12",
        Some(13..=17) => "13_17",
        Some(18..=20) => "18_20",
        Some(21..=24) => "21_24",
        Some(25..=29) => "25_29",
        Some(30..=64) => "30_64",
        Some(65..) => "65_plus",
    }
}
