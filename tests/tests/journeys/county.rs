//! A county adds up its figures: each organisation sends its own, sealed and signed, and one of them lays them together.

use samsyn_app::{Clock, Code};
use samsyn_exchange::{county as files, package};
use samsyn_tests::county::{AGREED, Sending, figures, file, receive, times};
use serde_json::{Value, json};

use super::{
    carried::{Carried, cells_of},
    handing::Colleague,
};

const ARE: Sending = Sending { organisation: "Åre kommun", key: 1, at: "2027-05-10T08:00:00Z", year: 2027 };
const REGION: Sending = Sending { organisation: "Region Jämtland Härjedalen", key: 2, at: "2027-05-11T08:00:00Z", year: 2027 };

fn show(case: &mut Carried) -> Value {
    case.read("county.show", json!({ "year": 2027 }))
}

fn names(county: &Value) -> Vec<&str> {
    county["parts"].as_array().unwrap().iter().map(|part| part["organisation"].as_str().unwrap()).collect()
}

/// The figure of a whole table.
fn whole<'a>(county: &'a Value, definition: &str) -> &'a Value {
    let tables = county["publication"]["tables"].as_array().unwrap();
    let table = tables.iter().find(|table| table["definition"] == definition).unwrap();
    table["rows"].as_array().unwrap().last().unwrap()["cells"].as_array().unwrap().last().unwrap()
}

#[test]
fn two_kommuner_and_a_region_add_up_their_figures() {
    let mut case = Carried::through("closing");
    let own = figures(&mut case.script.app, 2027);

    // Before anybody has sent anything the county is one's own figures, and a single case is told to nobody.
    let county = show(&mut case);
    assert_eq!(names(&county).len(), 1);
    assert_eq!(whole(&county, "closings")["shown"], "hidden");
    assert!(county["parts"][0]["received"]["by"].as_str().is_some(), "that the file was made is remembered");

    // Åre's file comes. It is the first ever, so its key is to be compared on the phone.
    let first = receive(&mut case.script.app, &file(&ARE, times(&own, 20))).unwrap();
    assert_eq!((&first["organisation"], &first["first"], &first["replaced"]), (&json!("Åre kommun"), &json!(true), &Value::Null));

    // With two, whoever subtracts its own reads the other's: Åre would read the one case, so the sum is hidden too.
    let county = show(&mut case);
    assert_eq!(whole(&county, "closings")["shown"], "hidden");

    // The region's makes the rest large enough for everybody.
    receive(&mut case.script.app, &file(&REGION, times(&own, 30))).unwrap();
    let county = show(&mut case);
    assert_eq!(names(&county)[1..], ["Region Jämtland Härjedalen", "Åre kommun"]);
    assert_eq!(whole(&county, "closings")["count"], 51);
    assert_eq!(county["missing"], json!([]));
    let csv = case.script.app.call_for_bytes("county.tables", json!({ "year": 2027 })).unwrap();
    assert!(cells_of(csv).contains("closings;1;count;2027;municipality;total;total;number;51;51;"));

    // Åre has counted once more: the newer takes the place of the older, and the older cannot come back.
    let again = Sending { at: "2027-05-19T08:00:00Z", ..ARE };
    let replaced = receive(&mut case.script.app, &file(&again, times(&own, 25))).unwrap();
    assert_eq!((&replaced["first"], &replaced["replaced"]), (&json!(false), &json!("2027-05-10T08:00:00Z")));
    assert_eq!(whole(&show(&mut case), "closings")["count"], 56);
    let refused = receive(&mut case.script.app, &file(&ARE, times(&own, 20))).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::CountyFileOlder, Some("bytes")));

    // Next year both are missed.
    assert_eq!(case.read("county.show", json!({ "year": 2028 }))["missing"], json!(["Region Jämtland Härjedalen", "Åre kommun"]));

    // And one that came by mistake is taken away.
    let part = county["parts"][1]["id"].clone();
    let left = case.script.call("county.remove", json!({ "year": 2027, "part": part })).unwrap();
    assert_eq!((names(&left)[1..].to_vec(), &left["missing"]), (vec!["Åre kommun"], &json!(["Region Jämtland Härjedalen"])));
    assert_eq!(case.read("store.verify", json!({}))["whole"], true);
}

#[test]
fn what_does_not_belong_in_the_sum_is_named_and_left_out() {
    let mut case = Carried::through("closing");
    let own = figures(&mut case.script.app, 2027);
    let app = &mut case.script.app;
    let refused = |app: &mut samsyn_app::App, bytes: &[u8]| {
        let error = receive(app, bytes).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("bytes"), "{error:?}");
        error.code
    };

    // Goals are counted in another way there: whatever is counted of goals is left out, and the rest is added.
    let mut newer = times(&own, 20);
    newer.as_array_mut().unwrap().iter_mut().filter(|sums| sums["definition"] == "goals").for_each(|sums| sums["version"] = json!(2));
    receive(app, &file(&ARE, newer)).unwrap();
    receive(app, &file(&REGION, times(&own, 30))).unwrap();
    let county = show(&mut case);
    let left_out: Vec<&str> =
        county["parts"][2]["left_out"].as_array().unwrap().iter().map(|left| left["definition"].as_str().unwrap()).collect();
    assert_eq!(left_out, ["goals", "goals_own", "goals_better"]);
    assert_eq!(county["parts"][2]["left_out"][0], json!({ "definition": "goals", "here": 1, "there": 2 }));
    assert_eq!(whole(&county, "closings")["count"], 51);

    // Somebody else says to be Åre. Nothing is added until somebody has asked there.
    let app = &mut case.script.app;
    let stranger = file(&Sending { key: 9, at: "2027-05-25T08:00:00Z", ..ARE }, times(&own, 90));
    let error = receive(app, &stranger).unwrap_err();
    assert_eq!((error.code, &error.details["organisation"]), (Code::CountyKeyChanged, &json!("Åre kommun")));
    assert_ne!(error.details["before"], error.details["now"]);
    assert_eq!(whole(&show(&mut case), "closings")["count"], 51);

    // What is cut, changed, made by something else, impossible or one's own is refused, and changes nothing.
    let app = &mut case.script.app;
    let good = file(&REGION, times(&own, 31));
    assert_eq!(refused(app, &good[..good.len() - 1]), Code::CountyFileDamaged);
    assert_eq!(refused(app, b"a letter"), Code::CountyFileDamaged);
    let (mut envelope, mut signed): (Value, _) = package::open(&good, AGREED).unwrap();
    signed[0][40] ^= 1;
    assert_eq!(refused(app, &package::seal(&envelope, &signed, AGREED).unwrap()), Code::CountyFileForged);
    envelope["samsyn_county"] = json!(2);
    assert_eq!(refused(app, &package::seal(&envelope, &signed, AGREED).unwrap()), Code::CountyFileNewer);
    assert_eq!(refused(app, &vec![0; files::LARGEST_FILE + 1]), Code::CountyFileTooLarge);
    let mut uneven = times(&own, 31);
    uneven[0]["years"] = json!({});
    assert_eq!(refused(app, &file(&REGION, uneven)), Code::CountyFileUnsound);
    assert_eq!(refused(app, &file(&Sending { year: 2031, ..REGION }, json!([]))), Code::CountyFileUnsound);
    assert_eq!(refused(app, &file(&Sending { at: "2031-05-11T08:00:00Z", ..REGION }, json!([]))), Code::CountyFileUnsound);
    let request = |passphrase: &str| json!({ "year": 2027, "passphrase": passphrase, "command_id": uuid::Uuid::now_v7() });
    let mine = app.call_for_bytes("county.file", request(AGREED)).unwrap();
    assert_eq!(refused(app, &mine), Code::CountyFileOwn);
    assert_eq!(app.call_for_bytes("county.file", request("kaffe")).unwrap_err().code, Code::PassphraseWeak);
    assert_eq!(whole(&show(&mut case), "closings")["count"], 51);

    // Åre has been asked, and has a new computer.
    let request = json!({ "bytes": hex::encode(&stranger), "passphrase": AGREED, "new_key": true });
    case.script.call("county.receive", request).unwrap();
    assert_eq!(whole(&show(&mut case), "closings")["count"], 121);
}

#[test]
fn the_file_tells_of_nobody() {
    let mut case = Carried::through("closing");
    let mut other = Colleague::of("Region Jämtland Härjedalen");
    let request = json!({ "year": 2027, "passphrase": AGREED, "command_id": uuid::Uuid::now_v7() });
    let sent = case.script.app.call_for_bytes("county.file", request).unwrap();
    let (statement, _) = files::open::<Value>(&sent, AGREED).unwrap();
    let written = serde_json::to_string(&statement).unwrap();
    let number = case.see("/case/number");
    let person = case.see("/case/person/last_name");
    for told in [&number, &person, &case.see("/case/person/identity"), &case.see("/case/person/id")] {
        let told = told.as_str().unwrap_or("19830417-2383");
        assert!(!written.contains(told), "{told}");
    }
    other.app.set_clock(Clock::Fixed("2027-06-10T08:00:00Z".parse().unwrap()));
    // The other store reads it, and counts the one case without telling of it.
    receive(&mut other.app, &sent).unwrap();
    let county = other.app.call("county.show", json!({ "year": 2027 })).unwrap();
    assert_eq!(county["parts"].as_array().unwrap().len(), 2);
    assert_eq!(whole(&county, "closings")["shown"], "hidden");
}
