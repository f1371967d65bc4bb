//! The figures of a county: one's own with those that other organisations have sent, added and protected.

mod received;

use crate::{
    App, AppError, Code,
    act::Call,
    app::sha256,
    describe::{byte_commands, commands},
    topics::{
        statistics::{OwnSums, TablePlot, csv, own_sums, plots, shown_below},
        store::strong,
    },
};
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use received::{Received, Senders};
use samsyn_exchange::{
    county::{self, CountyFileError, CountyKey, LARGEST_FILE, Statement},
    package::PackageError,
};
use samsyn_statistics::{County, LeftOut, Publication, Sums, check_sums, county as added_up, of_year};
use samsyn_store::{self as store, Act, Chain, Kind, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

commands! {
    "county.show" Read [] show: CountyShow => CountyYear;
    "county.receive" Act [InvalidValue, WrongPassphrase, CountyFileDamaged, CountyFileTooLarge, CountyFileNewer, CountyFileForged, CountyFileUnsound, PracticeFile, RealFile, CountyFileOwn, CountyFileOlder, CountyKeyChanged] receive: CountyReceive => CountyReceived;
    "county.remove" Act [NotFound] remove: CountyRemove => CountyYear;
}

byte_commands! {
    "county.file" Act [PassphraseWeak] file: CountyFile;
    "county.tables" Read [] tables: CountyShow;
}

/// The county's figures of a calendar year: who has sent theirs, who has not, and the tables.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountyShow {
    /// The year; nothing for the newest of which somebody has sent figures, or else this one.
    year: Option<i32>,
}

/// Makes the file with one's own figures of a year, signed by the store's key and sealed by a passphrase of the county's own.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountyFile {
    /// The year.
    year: i32,
    /// The passphrase that the organisations have agreed on.
    passphrase: String,
}

/// Adds an organisation's file. All of it is kept, or nothing.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountyReceive {
    /// The file's bytes, in hexadecimal; at most 16 MB.
    bytes: String,
    /// The passphrase that the organisations have agreed on.
    passphrase: String,
    /// Whether the user has asked the organisation, and its new key is right.
    #[serde(default)]
    new_key: bool,
}

/// Takes an organisation's figures of a year away again.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountyRemove {
    /// The year.
    year: i32,
    /// Whose, as `CountyPart::id` has it.
    part: String,
}

/// The county's figures of a year.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CountyYear {
    /// The years of which there are figures, the newest first.
    years: Vec<i32>,
    /// What the figures are made of: one's own first, then by name.
    parts: Vec<CountyPart>,
    /// Who has sent figures of another year and none of this one.
    missing: Vec<String>,
    /// Cases of one's own that could not be read, and so are not counted.
    hurt: u32,
    /// The tables.
    publication: Publication,
    /// A plot for each table, in their order.
    plots: Vec<TablePlot>,
}

/// One organisation's part of the county's figures.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CountyPart {
    /// Whose it is; nothing where it is one's own.
    id: Option<String>,
    /// The organisation and its unit.
    organisation: String,
    /// The fingerprint of the key that signed it; nothing where one's own key is not made yet.
    fingerprint: Option<String>,
    /// When it was signed; nothing where it is one's own and no file was made of it yet, so that it is counted now.
    signed_at: Option<DateTime<Utc>>,
    /// The version of the program that counted.
    program: String,
    /// When it was added here, or one's own file was made, and by whom.
    received: Option<CountyGiven>,
    /// What could not be added of it.
    left_out: Vec<LeftOut>,
}

/// When and by whom.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CountyGiven {
    /// When.
    at: DateTime<Utc>,
    /// The user's name.
    by: String,
}

/// That a file was added.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CountyReceived {
    /// Of which year.
    year: i32,
    /// Whose.
    organisation: String,
    /// The key's fingerprint.
    fingerprint: String,
    /// Whether it was the first file ever of that organisation, so that nobody has compared its key yet.
    first: bool,
    /// When the file was signed whose place it took.
    replaced: Option<DateTime<Utc>>,
}

/// The setting that keeps the secret half of the store's key.
const KEY: &str = "county_key";
/// The name, without the year, of the setting with what was last given out of one's own.
const GIVEN: &str = "county_given:";

/// One's own part as it was given out, so that everybody who adds up the same files has the same sum.
#[derive(Serialize, Deserialize)]
struct Given {
    made: CountyGiven,
    sums: Vec<Sums>,
}

fn show(app: &mut App, call: &Call, request: CountyShow) -> Result<CountyYear, AppError> {
    let OwnSums { definitions, sums, years: own_years, hurt } = own_sums(app, call)?;
    let (senders, files, key) = app.read(|reader| Ok((Senders::read(reader)?, received::all(reader)?, key(reader)?)))?;
    let files: Vec<_> = files.into_iter().filter(|file| senders.knows(&file.id)).collect();
    let mut years: Vec<i32> = files.iter().map(|file| file.year).chain(own_years).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let year = request.year.or_else(|| files.iter().map(|file| file.year).max()).unwrap_or(call.today.year());
    let mut of_this: Vec<_> = files.iter().filter(|file| file.year == year).collect();
    of_this.sort_by_cached_key(|file| senders.name(&file.id).to_lowercase());
    let given: Option<Given> = app.read(|reader| Ok(store::tables::setting(reader, &format!("{GIVEN}{year}"))?))?;
    let (own, made) = given.map_or_else(|| (of_year(year, &sums), None), |given| (given.sums, Some(given.made)));
    let parts: Vec<&[Sums]> = [own.as_slice()].into_iter().chain(of_this.iter().map(|file| file.received.sums.as_slice())).collect();
    let County { publication, left_out } = added_up(year, &definitions, &parts, &[], shown_below(app)?);
    let organisation = &app.session()?.organisation;
    let own = CountyPart {
        id: None,
        organisation: received::named(&organisation.name, &organisation.unit),
        fingerprint: key.map(|key| key.sender().fingerprint()),
        signed_at: made.as_ref().map(|made| made.at),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        received: made,
        left_out: Vec::new(),
    };
    let theirs = of_this.iter().map(|file| CountyPart {
        id: Some(file.id.clone()),
        organisation: senders.name(&file.id),
        fingerprint: Some(file.received.sender.fingerprint()),
        signed_at: Some(file.received.signed_at),
        program: file.received.program.clone(),
        received: Some(file.received.kept.clone()),
        left_out: Vec::new(),
    });
    let parts = [own].into_iter().chain(theirs).zip(left_out).map(|(part, left_out)| CountyPart { left_out, ..part });
    let parts = parts.collect();
    let missing = senders.names_but(|id| of_this.iter().any(|file| file.id == id));
    Ok(CountyYear { years, parts, missing, hurt, plots: plots(&publication), publication })
}

/// The county's tables as CSV.
fn tables(app: &mut App, call: &Call, request: CountyShow) -> Result<Vec<u8>, AppError> {
    let publication = show(app, call, request)?.publication;
    app.enter_given_out(call, publication.year, None)?;
    Ok(csv(&publication))
}

fn file(app: &mut App, call: &Call, request: CountyFile) -> Result<Vec<u8>, AppError> {
    let passphrase = strong(&request.passphrase)?;
    let (name, made) = (format!("{GIVEN}{}", request.year), by_now(app, call)?);
    let given = Given { made, sums: of_year(request.year, &own_sums(app, call)?.sums) };
    let secret = store::new_secret().map_err(|_| AppError::new(Code::Internal))?;
    app.write(call, Chain::Store, Kind::Act, |writer| {
        if key(writer)?.is_none() {
            store::tables::set_setting(writer, KEY, &*secret)?;
        }
        Ok(store::tables::set_setting(writer, &name, &given)?)
    })?;
    app.enter_given_out(call, request.year, None)?;
    let key = app.read(key)?.ok_or_else(|| AppError::new(Code::Internal))?;
    let organisation = &app.session()?.organisation;
    let statement = Statement {
        organisation: organisation.name.clone(),
        unit: organisation.unit.clone(),
        signed_at: call.now,
        year: request.year,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        practice: app.session()?.practice,
        figures: given.sums,
    };
    Ok(county::seal(&statement, &key, passphrase.normalised())?)
}

fn receive(app: &mut App, call: &Call, request: CountyReceive) -> Result<CountyReceived, AppError> {
    let at_file = |code| AppError::at(code, "bytes");
    if request.bytes.len() > 2 * LARGEST_FILE {
        return Err(at_file(Code::CountyFileTooLarge));
    }
    let bytes = hex::decode(&request.bytes).map_err(|_| at_file(Code::InvalidValue))?;
    let passphrase = store::Passphrase::new(&request.passphrase);
    let (statement, sender) = county::open::<Vec<Sums>>(&bytes, passphrase.normalised())?;
    app.session()?.refuse_other_kind(statement.practice)?;
    if app.read(key)?.is_some_and(|key| key.sender() == sender) {
        return Err(at_file(Code::CountyFileOwn));
    }
    let definitions = samsyn_statistics::definitions().map_err(|_| AppError::new(Code::Internal))?;
    // A clock may be some hours ahead. One that is not would keep every later file of theirs out.
    let has_come = (FIRST_YEAR..=call.today.year()).contains(&statement.year) && statement.signed_at <= call.now + TimeDelta::days(1);
    if !has_come || check_sums(statement.year, &definitions, &statement.figures).is_err() {
        return Err(at_file(Code::CountyFileUnsound));
    }
    let kept = by_now(app, call)?;
    let actor = app.session()?.user.id;
    let act = Act {
        command_id: call.id,
        chain: Chain::Store,
        command: call.command,
        arguments: json!({ "file": sha256(&bytes), "organisation": statement.organisation, "year": statement.year, "new_key": request.new_key }),
        actor,
        at: call.now,
        kind: Kind::Act,
    };
    app.session_mut()?.store.write(act, |writer| {
        let mut senders = Senders::read(writer)?;
        let (id, first) = senders.take(sender, &statement.organisation, &statement.unit, request.new_key)?;
        let before = received::one(writer, statement.year, &id)?;
        if before.as_ref().is_some_and(|before| before.signed_at > statement.signed_at) {
            return Err(at_file(Code::CountyFileOlder));
        }
        senders.write(writer)?;
        let Statement { signed_at, year, program, figures: sums, .. } = statement;
        received::keep(writer, year, &id, Some(&Received { sender, signed_at, program, kept, sums }))?;
        let (organisation, fingerprint) = (senders.name(&id), sender.fingerprint());
        Ok(CountyReceived { year, organisation, fingerprint, first, replaced: before.map(|before| before.signed_at) })
    })
}

/// Before this year there were no plans of this program, nor of its law.
const FIRST_YEAR: i32 = 2010;

fn remove(app: &mut App, call: &Call, request: CountyRemove) -> Result<CountyYear, AppError> {
    app.write(call, Chain::Store, Kind::Act, |writer| {
        received::one(writer, request.year, &request.part)?.ok_or_else(|| AppError::at(Code::NotFound, "part"))?;
        received::keep(writer, request.year, &request.part, None)
    })?;
    show(app, call, CountyShow { year: Some(request.year) })
}

/// The store's own key, once it is made.
fn key(reader: &Reader<'_>) -> Result<Option<CountyKey>, AppError> {
    let secret: Option<String> = store::tables::setting(reader, KEY)?;
    let secret = secret.map(zeroize::Zeroizing::new);
    Ok(secret.map(|secret| CountyKey::of(&secret)).transpose()?)
}

fn by_now(app: &App, call: &Call) -> Result<CountyGiven, AppError> {
    Ok(CountyGiven { at: call.now, by: app.session()?.user.name.clone() })
}

impl From<CountyFileError> for AppError {
    fn from(error: CountyFileError) -> Self {
        let code = match error {
            CountyFileError::TooLarge => Code::CountyFileTooLarge,
            CountyFileError::Forged => Code::CountyFileForged,
            CountyFileError::Package(PackageError::Damaged) => Code::CountyFileDamaged,
            CountyFileError::Package(PackageError::Newer) => Code::CountyFileNewer,
            CountyFileError::Package(other) => return other.into(),
        };
        Self::at(code, "bytes")
    }
}
