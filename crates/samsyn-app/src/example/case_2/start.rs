//! The first start, and what the local agreement says of schools.

use crate::AppError;
use crate::example::Script;
use serde_json::json;

/// Olle Pettersson of the social services for children and families starts the program for the first time.
pub(super) fn first_start(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "08.00")?;
    let store = json!({
        "profile": "norrbotten",
        "controller": "Socialnämnden i Gällivare kommun",
        "principal": "municipality",
        "organisation": "Gällivare kommun",
        "unit": "socialtjänsten, barn och familj",
        "activity": "social_services",
        "phone": "0980-319 210",
        "user": "Olle Pettersson",
        "title": "socialsekreterare",
    });
    let key = script.create(store)?;
    script.confirm(&key)
}

/// The kommun's own agreement: a school is called and not just invited. The county has no known limit of days.
pub(super) fn local_agreement(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "08.10")?;
    script
        .call(
            "store.change_settings",
            json!({
                "unit": "socialtjänsten, barn och familj",
                "phone": "0980-319 210",
                "address": "",
                "county": "Norrbottens län",
                "region": "Region Norrbotten",
                "need_to_call": "",
                "need_to_meeting": "",
                "ground_ends_soon": "30",
                "idle_minutes": "10",
                "meeting_minutes": "180",
                "agreements": {
                    "school_may_call": false,
                    "school_is_called": true,
                    "discharge_call_days": "",
                    "liability_days": "",
                    "source": "Lokal överenskommelse i Gällivare kommun",
                },
            }),
        )
        .map(drop)
}
