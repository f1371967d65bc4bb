//! Many cases of one kommun after the other, so that a year has figures that may be shown beside those that may not.

use samsyn_app::AppError;
use samsyn_app::example::{CASE_1, Phase, Script};
use serde_json::json;

/// A practice store with the cases.
pub const MANY_CASES: &[(&str, Phase)] = &[("many_cases", many_cases)];

/// How many cases are of each kommun: of one too few to be told.
const OF: [(&str, u32); 4] = [("Östersund", 16), ("Krokom", 9), ("Berg", 7), ("Härjedalen", 2)];

fn many_cases(script: &mut Script) -> Result<(), AppError> {
    let (_, first_start) = CASE_1[0];
    first_start(script)?;
    let people = OF.iter().flat_map(|(municipality, count)| (0..*count).map(move |_| *municipality));
    for (municipality, number) in people.zip(0_u32..) {
        let areas = if number.is_multiple_of(3) { json!(["alcohol", "mental_health"]) } else { json!(["opioids", "alcohol", "gambling"]) };
        let person = script.call(
            "person.create",
            json!({ "identity": identity(number), "first_name": "Övning", "last_name": format!("Exempel {number}"), "municipality": municipality }),
        )?;
        script.open_case(&person)?;
        script.set_single("need", json!({ "areas": areas, "main_area": areas[0], "seen_on": "2027-01-04" }))?;
        let answer = if number.is_multiple_of(5) { "no" } else { "yes" };
        script.on_case(
            "yes.record",
            json!({ "answer": answer, "on": "2027-01-11", "manner": "oral", "taken_by": "Per Nyström", "words": "" }),
        )?;
        let outcome = if number.is_multiple_of(4) { "declined" } else { "accepted" };
        let offer = json!({ "kind": "offered", "outcome": outcome, "on": "2027-01-11", "who": "Per Nyström", "reason": "Vill vänta." });
        script.on_case("offer.record", offer)?;
    }
    Ok(())
}

/// A number with the birth number 238, which is nobody's.
fn identity(number: u32) -> String {
    let born = format!("{:02}0417", 40 + number);
    format!("19{born}-238{}", char::from(luhn::checksum(format!("{born}238").as_bytes())))
}
