//! The need, the yes to a SIP, and what Karin wants of the meeting.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D: Per looks Karin up, enters her and the need.
pub(super) fn need(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "09.10")?;
    let karin = script.call(
        "person.create",
        json!({
            "identity": "19830417-2383",
            "first_name": "Karin",
            "last_name": "Lövgren-Åhs",
            "municipality": "Östersund",
            "language": "svenska",
            "protection": "none",
        }),
    )?;
    script.open_case(&karin)?;
    script.set_single(
        "need",
        json!({
            "seen_by": "Per Nyström",
            "seen_at_unit": "öppenvården Nexus",
            "seen_on": day(0),
            "description": "Karin går i samtal på Nexus, träffar läkare på hälsocentralen för depression och har sökt beroendeenheten två gånger utan att komma vidare. Deltid på ett lager, sjukskriven 50 %. En son, 9 år, varannan vecka.",
            "own_words": "Jag vet inte vem jag ska ringa.",
            "areas": ["alcohol", "mental_health"],
            "main_area": "alcohol",
            "waiting_for": "Beroendeenheten",
            "waiting_since": day(-40),
        }),
    )
}

/// D: Karin wants a plan. That lifts no secrecy.
pub(super) fn yes_to_sip(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "09.40")?;
    script.on_case(
        "yes.record",
        json!({ "answer": "yes", "on": day(0), "manner": "oral", "taken_by": "Per Nyström", "words": "Karin vill ha en plan." }),
    )?;
    script.paper("ja-till-sip", json!({ "document": "sip_yes" })).map(drop)
}

/// D+1: what is important to her, and what must not be raised.
pub(super) fn preparation(script: &mut Script) -> Result<(), AppError> {
    script.at(1, "10.00")?;
    script.set_single(
        "preparation",
        json!({
            "important": "Att slippa berätta allt på nytt, och att orka jobba.",
            "works": "Kontakten med systern.",
            "hard": "Kvällarna.",
            "who": "Systern Anna Lövgren.",
            "not_raised": "Tidigare relation.",
            "way": "Sitta nära dörren. Högst en timme.",
            "children": "Vem är med sonen på mötesdagen? Hans behov av information tas upp i planen.",
        }),
    )?;
    script.paper("forberedelse", json!({ "document": "preparation" })).map(drop)
}
