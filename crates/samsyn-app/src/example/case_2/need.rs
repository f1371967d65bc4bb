//! The need that Ingrid Blom sees, and who may come to matter.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D: Olle enters Elias, who lives with his mother, and the need as elevhälsan tells it.
pub(super) fn need(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "09.10")?;
    let elias = script.call(
        "person.create",
        json!({
            "identity": "20090312-2398",
            "first_name": "Elias",
            "last_name": "Tuolja Mäkitalo",
            "address": "Rimfrostgränd 7, 982 32 Gällivare",
            "municipality": "Gällivare",
            "language": "svenska",
        }),
    )?;
    script.open_case(&elias)?;
    script.set_single(
        "need",
        json!({
            "seen_by": "Ingrid Blom",
            "seen_at_unit": "elevhälsan, gymnasieskolan",
            "seen_on": day(0),
            "description": "Frånvaro 60 %. Positivt drogtest hos ungdomsmottagningen. Väntar på BUP.",
            "areas": ["cannabis", "mental_health", "school"],
            "main_area": "cannabis",
            "waiting_for": "BUP",
            "waiting_since": day(-95),
        }),
    )?;
    script.set_single("child", json!({ "custody": "joint", "custody_note": "Föräldrarna bor isär. Elias bor hos sin mor." }))
}

/// D: the units, the two guardians who live apart, and mormor. Sara is protected, and so is all that would tell where she is.
pub(super) fn parties(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "09.40")?;
    let region = "Region Norrbotten";
    let parties = [
        (
            "student_health",
            json!({ "kind": "school", "organisation": "gymnasieskolan", "unit": "elevhälsan", "name": "Ingrid Blom", "title": "kurator" }),
        ),
        ("bup", json!({ "kind": "region", "organisation": region, "unit": "BUP", "name": "Britta Niva", "title": "psykolog" })),
        (
            "youth_clinic",
            json!({ "kind": "region", "organisation": region, "unit": "ungdomsmottagningen", "name": "Jonna Kero", "title": "barnmorska" }),
        ),
        (
            "sara",
            json!({
                "kind": "guardian",
                "unit": "mor",
                "name": "Sara Tuolja",
                "phone": "070-174 06 41",
                "address": "Rimfrostgränd 7, 982 32 Gällivare",
                "protection": "protected_registration",
                "lives_with": true,
            }),
        ),
        ("mikael", json!({ "kind": "guardian", "unit": "far", "name": "Mikael Mäkitalo", "phone": "070-174 06 42", "form": "room" })),
        ("marja", json!({ "kind": "relative", "unit": "mormor", "name": "Márjá Tuolja", "phone": "070-174 06 43" })),
    ];
    parties.into_iter().try_for_each(|(name, fields)| script.add(name, "party", fields))?;
    let roles = [
        (
            "initiator",
            json!({ "role": "initiator", "party": script.id("student_health"), "name": "Ingrid Blom", "unit": "elevhälsan, gymnasieskolan" }),
        ),
        ("convener", json!({ "role": "convener", "name": "Olle Pettersson", "unit": "socialtjänsten, barn och familj" })),
    ];
    roles.into_iter().try_for_each(|(name, fields)| script.add(name, "role", fields))
}
