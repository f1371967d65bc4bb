//! A county around the first case: two kommuner whose figures have come, and a region's that has not this year.

use chrono::{DateTime, Utc};
use samsyn_app::{
    App, AppError,
    example::{CASE_1, Phase, Script},
};
use samsyn_exchange::county::{self, CountyKey, Statement};
use serde_json::{Value, json};
use uuid::Uuid;

/// The passphrase that the organisations of the county have agreed on.
pub const AGREED: &str = "paraply tusen gula kastanjer";

/// Case 1 with its county.
pub const COUNTY: &[(&str, Phase)] = &[("county", carry)];

/// An organisation that sends figures; its key is as made up as its work.
#[derive(Clone, Copy)]
pub struct Sending {
    /// Its name.
    pub organisation: &'static str,
    /// What its key is made of.
    pub key: u8,
    /// When it signs.
    pub at: &'static str,
    /// The year of the figures.
    pub year: i32,
}

/// The figures that a store gives out of a year, as its own file has them.
///
/// # Panics
/// When the store makes no file.
pub fn figures(app: &mut App, year: i32) -> Value {
    let request = json!({ "year": year, "passphrase": AGREED, "command_id": Uuid::now_v7() });
    let bytes = app.call_for_bytes("county.file", request).unwrap();
    county::open::<Value>(&bytes, AGREED).unwrap().0.figures
}

/// The same figures, so many times as large.
///
/// # Panics
/// When they are no figures.
pub fn times(figures: &Value, by: u32) -> Value {
    let mut larger = figures.clone();
    for tally in larger.as_array_mut().unwrap().iter_mut().flat_map(tallies) {
        let numbers = tally.get_mut("numbers").and_then(Value::as_object_mut);
        for number in numbers.into_iter().flat_map(|numbers| numbers.values_mut()) {
            *number = json!(number.as_u64().unwrap() * u64::from(by));
        }
        tally["count"] = json!(tally["count"].as_u64().unwrap() * u64::from(by));
    }
    larger
}

fn tallies(sums: &mut Value) -> impl Iterator<Item = &mut Value> {
    let rows = sums["years"].as_object_mut().unwrap().values_mut().flat_map(|cells| cells.as_object_mut().unwrap().values_mut());
    rows.flat_map(|row| row.as_object_mut().unwrap().values_mut())
}

/// What is signed and sealed.
///
/// # Panics
/// When it cannot be sealed.
pub fn file(sending: &Sending, figures: Value) -> Vec<u8> {
    let key = CountyKey::of(&hex::encode([sending.key; 32])).unwrap();
    let signed_at: DateTime<Utc> = sending.at.parse().unwrap();
    let Sending { organisation, year, .. } = *sending;
    let (organisation, unit, program) = (organisation.into(), String::new(), "0.1.0".into());
    let statement = Statement { organisation, unit, signed_at, year, program, practice: true, figures };
    county::seal(&statement, &key, AGREED).unwrap()
}

/// Adds a file at a store.
pub fn receive(app: &mut App, bytes: &[u8]) -> Result<Value, AppError> {
    let request = json!({ "bytes": hex::encode(bytes), "passphrase": AGREED, "command_id": Uuid::now_v7() });
    app.call("county.receive", request)
}

fn carry(script: &mut Script) -> Result<(), AppError> {
    CASE_1.iter().try_for_each(|(_, phase)| phase(script))?;
    // The figures are those of another store with the same case, so that this one has no key yet: it would be another each time.
    let folder = tempfile::tempdir()?;
    let mut other = Script::begin(folder.path())?;
    CASE_1.iter().try_for_each(|(_, phase)| phase(&mut other))?;
    let figures = figures(&mut other.app, 2027);
    let are = Sending { organisation: "Åre kommun", key: 1, at: "2027-05-20T09:12:00Z", year: 2027 };
    let krokom = Sending { organisation: "Krokoms kommun", key: 2, at: "2027-05-24T13:40:00Z", year: 2027 };
    let region = Sending { organisation: "Region Jämtland Härjedalen", key: 3, at: "2027-02-03T08:05:00Z", year: 2026 };
    let mut newer = times(&figures, 8);
    for sums in newer.as_array_mut().unwrap().iter_mut().filter(|sums| sums["definition"] == "goals") {
        sums["version"] = json!(2);
    }
    let nothing = times(&figures, 0);
    let nothing = nothing.as_array().unwrap().iter().map(|sums| {
        let mut sums = sums.clone();
        sums["years"] = json!({});
        sums
    });
    receive(&mut script.app, &file(&are, times(&figures, 14)))?;
    receive(&mut script.app, &file(&krokom, newer))?;
    receive(&mut script.app, &file(&region, nothing.collect()))?;
    Ok(())
}
