//! D+7 to D+11: the meeting, how Sara takes part, and what each is told before it.

use samsyn_app::Code;
use serde_json::{Value, json};

use super::leaks::bytes;
use crate::journeys::carried::{Carried, holds};

pub(super) fn it_is_asked_whether_sara_and_mikael_meet(case: &mut Carried) {
    case.next("meeting_planned");
    let asked = case.tasks().into_iter().filter(|task| task.starts_with("meet_apart")).count();
    assert_eq!(asked, 1, "{:?}", case.tasks());
    for guardian in ["sara", "mikael"] {
        let call = json!({ "meeting": case.script.id("meeting"), "party": case.script.id(guardian), "delivery": "post" });
        assert_eq!(case.refused_at("call.send", call).0, Code::MeetingApartUnasked);
    }
}

pub(super) fn saras_phone_is_opened_by_a_named_handler_and_logged(case: &mut Carried) {
    case.next("sara_is_reached");
    let opened = case.see("/case/protected_openings/0");
    assert_eq!((&opened["party"], &opened["by"]), (&case.script.id("sara"), &json!("Olle Pettersson")));
    assert_eq!(opened["reason"], "Ringer för att fråga hur Sara vill vara med på mötet.");
    assert_eq!(case.see("/case/parties/3/phone"), "", "opened for one look, and hidden again");

    let look = json!({ "case": case.script.case(), "party": case.script.id("sara"), "reason": "Ringer Sara." });
    let shown = case.script.call("protected.open", look).unwrap();
    assert!(shown.to_string().contains("070-174 06 41"), "{shown}");
    let unexplained = json!({ "case": case.script.case(), "party": case.script.id("sara"), "reason": " " });
    assert_eq!(case.script.call("protected.open", unexplained).unwrap_err().code, Code::EmptyField);
    assert_eq!((case.see("/case/meetings/0/apart"), case.see("/case/parties/3/form")), (json!("video"), json!("video")));
}

pub(super) fn each_is_called_in_their_own_way(case: &mut Carried) {
    assert!(!case.tasks().iter().any(|task| task.starts_with("meet_apart")));
    case.next("calls");
    assert_eq!(case.each("/case/calls", "kind"), ["called", "called", "called", "invited", "invited", "invited", "letter"]);

    let (school, bup, cannabis, test) = ("klarar Elias trean", "När kan BUP ta emot?", "sluta röka på?", "det positiva drogtestet");
    let when = "fredag 29 januari 2027 kl. 14.00–15.00";
    holds(&case.paper("kallelse-elevhalsan"), &[when, "ungdomsmottagningen", "Gällivare kommun", school], &[bup, cannabis, test]);
    holds(&case.paper("kallelse-bup"), &[when, school, bup, cannabis], &[test]);
    holds(&case.paper("kallelse-ungdomsmottagningen"), &[when, school, bup, cannabis, test], &[]);
    holds(&case.paper("inbjudan-mor"), &[when, school, bup, cannabis, test, "mote.exempel.se/4711"], &[]);
    holds(&case.paper("inbjudan-mormor"), &[when, "ungdomsmottagningen"], &[school, bup, cannabis, test, "BUP"]);
    holds(&case.paper("brev"), &["Hej Elias!", "29 januari 2027 kl. 14.00–15.00", school, bup, cannabis, test], &[]);
    for paper in ["kallelse-elevhalsan", "kallelse-bup", "kallelse-ungdomsmottagningen"] {
        holds(&case.paper(paper), &["Kallelse"], &["20090312", "Tuolja Mäkitalo", "070-174 06"]);
    }
    // The school is called since the local agreement says so.
    assert_eq!(case.see("/case/calls/0/party"), case.script.id("student_health"));
}

pub(super) fn the_fathers_invitation_tells_nothing_of_the_mother(case: &mut Carried) {
    let invitation = case.paper("inbjudan-far");
    holds(
        &invitation,
        &["fredag 29 januari 2027 kl. 14.00–15.00", "ungdomsmottagningen", "När kan BUP ta emot?"],
        &["drogtest", "Provsvar", "provsvar", "070-174 06 41", "Rimfrost", "982 32", "skydd", "Skydd", "video", "mote.exempel.se"],
    );
}

pub(super) fn the_calendar_file_tells_no_name(case: &mut Carried) {
    let parties = [Value::Null, case.script.id("bup"), case.script.id("sara"), case.script.id("mikael"), case.script.id("marja")];
    for (given, party) in parties.into_iter().enumerate() {
        let asked = json!({ "meeting": case.script.id("meeting"), "party": party });
        let file = String::from_utf8(bytes(case, "call.calendar", asked, given).unwrap()).unwrap();
        holds(
            &file,
            &["BEGIN:VEVENT", "DTSTART:20270129T130000Z", "DTEND:20270129T140000Z", "METHOD:PUBLISH"],
            &["Elias", "Tuolja", "20090312"],
        );
    }
}

pub(super) fn they_answer(case: &mut Carried) {
    case.next("replies");
    assert_eq!(case.each("/case/replies", "reply"), ["comes", "comes", "comes", "comes", "comes", "cannot_come"]);
}
