//! The first start, the need, and who may come to matter.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// Stig Rönnbäck of the health centre in Överkalix starts the program for the first time.
pub(super) fn first_start(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "08.00")?;
    let store = json!({
        "profile": "norrbotten",
        "controller": "Region Norrbotten",
        "principal": "region",
        "organisation": "Region Norrbotten",
        "unit": "Överkalix hälsocentral",
        "activity": "primary_care",
        "phone": "0980-319 230",
        "user": "Stig Rönnbäck",
        "title": "distriktssköterska",
    });
    let key = script.create(store)?;
    script.confirm(&key)
}

/// D: Tuomas, and a SIP at discharge.
pub(super) fn need(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "08.50")?;
    let tuomas = script.call(
        "person.create",
        json!({
            "identity": "19710925-2390",
            "first_name": "Tuomas",
            "last_name": "Niemi",
            "municipality": "Överkalix",
            "language": "finska",
            "needs": "Tolk (finska), och skriftligt på finska om det går.",
            "protection": "none",
        }),
    )?;
    script.open_plan(&tuomas, "sip_discharge")?;
    script.set_single(
        "need",
        json!({
            "seen_by": "Hanna Lind",
            "seen_at_unit": "Beroendecentrum",
            "seen_on": day(0),
            "description": format!("Abstinensbehandling på Beroendecentrum. Bor i andra hand; kontraktet upphör {}. Ingen god man.", day(20)),
            "areas": ["opioids", "housing"],
            "main_area": "opioids",
            "minor_children": "no",
        }),
    )?;
    script
        .set_single("plan_frame", json!({ "care_contact": "Stig Rönnbäck, Överkalix hälsocentral", "care_contact_phone": "0980-319 230" }))
}

/// D: the units that the notices go to, and those that may come to matter.
pub(super) fn parties(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "09.00")?;
    let (kommun, region) = ("Överkalix kommun", "Region Norrbotten");
    let parties = [
        (
            "social",
            json!({ "kind": "municipality", "organisation": kommun, "unit": "socialtjänsten, IFO", "name": "Birgitta Aasa", "title": "socialsekreterare" }),
        ),
        (
            "home_care",
            json!({ "kind": "municipality", "organisation": kommun, "unit": "kommunal hälso- och sjukvård", "name": "Leif Holm", "title": "sjuksköterska, för MAS" }),
        ),
        (
            "addiction_centre",
            json!({ "kind": "region", "organisation": region, "unit": "Beroendecentrum", "name": "Hanna Lind", "title": "sjuksköterska" }),
        ),
        ("probation", json!({ "kind": "authority", "organisation": "Kriminalvården", "unit": "frivården" })),
        // A committee of its own within the kommun, with its own secrecy, that has no duty to make a SIP: it is invited.
        ("labour", json!({ "kind": "authority", "organisation": kommun, "unit": "arbetsmarknadsförvaltningen" })),
    ];
    parties.into_iter().try_for_each(|(name, fields)| script.add(name, "party", fields))
}
