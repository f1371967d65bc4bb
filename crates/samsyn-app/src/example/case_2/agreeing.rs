//! D+2 to D+5: who must consent is judged, three people answer one by one, and each party has a ground of its own.

use crate::AppError;
use crate::example::{
    Script,
    script::{day, merged},
};
use serde_json::{Value, json};

/// D+2: Olle judges that Elias understands and wants: his own consent is enough for what concerns him.
pub(super) fn judgement(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "09.00")?;
    let judged = json!({
        "child": true,
        "guardians": [],
        "maturity": "Elias är 17 år. Han förstår vad en SIP är och vad den leder till.",
        "reason": "Elias förstår och vill. Hans eget samtycke räcker för det som rör honom.",
        "judged_by": "Olle Pettersson, socialsekreterare",
        "on": day(2),
    });
    script.on_case("judgement.record", judged).map(drop)
}

/// D+2: yes from Elias, in writing, and from Sara, by word of mouth. Mikael does not answer.
pub(super) fn elias_and_sara_answer(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "09.20")?;
    yes(script, None, "written", 2)?;
    yes(script, Some("sara"), "oral", 2)?;
    script.paper("ja-till-sip", json!({ "document": "sip_yes" })).map(drop)
}

fn yes(script: &mut Script, given_by: Option<&str>, manner: &str, after: i64) -> Result<(), AppError> {
    let given_by = given_by.map_or(Value::Null, |party| script.id(party));
    script
        .on_case(
            "yes.record",
            json!({ "answer": "yes", "on": day(after), "manner": manner, "taken_by": "Olle Pettersson", "given_by": given_by }),
        )
        .map(drop)
}

/// What elevhälsan, BUP and ungdomsmottagningen may know: the reach that all three people consent to.
fn units() -> [(&'static str, Value); 3] {
    [
        ("student_health", json!({ "scope": "kinds", "kinds": ["schooling"] })),
        ("bup", json!({ "scope": "kinds", "kinds": ["mental_health", "addiction", "schooling"] })),
        ("youth_clinic", json!({ "scope": "whole_plan" })),
    ]
}

/// D+2: Elias consents in writing, party by party. Mormor hears times, places and who drives, which tells where he is.
pub(super) fn consents(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "09.40")?;
    let close = [
        ("sara", json!({ "scope": "whole_plan" })),
        ("mikael", json!({ "scope": "whole_plan", "except": ["test_results"] })),
        ("marja", json!({ "scope": "kinds", "kinds": ["practical", "whereabouts"] })),
    ];
    units().into_iter().chain(close).try_for_each(|(party, says)| consent(script, party, None, "written", 2, says))
}

/// D+2: Sara consents too, by word of mouth.
pub(super) fn saras_consents(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "10.00")?;
    units().into_iter().try_for_each(|(party, says)| consent(script, party, Some("sara"), "oral", 2, says))
}

/// D+2: ungdomsmottagningen, which owns the test result, judges that Mikael may not know it.
pub(super) fn what_mikael_may_know(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "11.00")?;
    let judged = json!({
        "guardian": script.id("mikael"),
        "kind": "test_results",
        "may_know": false,
        "ground": "maturity",
        "reason": "Elias är mogen nog att själv råda över provsvaret.",
        "owner": "ungdomsmottagningen",
        "judged_by": "Jonna Kero, barnmorska",
        "on": day(2),
    });
    script.on_case("know.record", judged).map(drop)
}

/// D+5: Mikael says yes by a digital service, and consents.
pub(super) fn mikael_answers(script: &mut Script) -> Result<(), AppError> {
    script.at(5, "19.30")?;
    yes(script, Some("mikael"), "digital", 5)?;
    units().into_iter().try_for_each(|(party, says)| consent(script, party, Some("mikael"), "digital", 5, says))?;
    script.paper("samtycken", json!({ "document": "consents" })).map(drop)
}

/// What all consents have in common, and what this one says.
fn consent(script: &mut Script, party: &str, given_by: Option<&str>, manner: &str, after: i64, says: Value) -> Result<(), AppError> {
    let given_by = given_by.map_or(Value::Null, |party| script.id(party));
    let common = json!({
        "party": script.id(party),
        "given_by": given_by,
        "basis": "consent",
        "answer": "yes",
        "direction": "both",
        "attends": true,
        "purpose": "Att Elias får den hjälp som han behöver av dem som kan ge den.",
        "valid_from": day(after),
        "valid_to": "2027-07-12",
        "manner": manner,
        "on": day(after),
        "taken_by": "Olle Pettersson",
        "told_of_withdrawal": true,
    });
    script.on_case("ground.record", merged(common, says)).map(drop)
}
