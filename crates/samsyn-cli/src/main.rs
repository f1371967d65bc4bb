//! Samsyn's commands without a window, for tests, administration and machines without a display.

mod arguments;
mod commands_page;
mod failure;
mod store;
mod words;

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};
use indicatif::{ProgressBar, ProgressStyle};
use samsyn_app::{App, AppError, Code};
use serde_json::{Value, json};

use arguments::{Arguments, Task};
use failure::Failure;
use store::Store;
use words::{text, text_with};

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => ended(run(arguments.task)),
        Err(help) if help.kind() == ErrorKind::DisplayHelp => ended(help.print().map_err(|_| Failure::Reply)),
        Err(error) => ended(Err(Failure::Line(not_understood(&error)))),
    }
}

fn ended(outcome: Result<(), Failure>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.words());
            ExitCode::from(failure.exit_status())
        }
    }
}

/// What in the line could not be understood: the arguments that clap points at, or the kind of its complaint.
fn not_understood(error: &clap::Error) -> String {
    let pointed_at = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand, ContextKind::InvalidValue];
    let what: Vec<String> = pointed_at.iter().filter_map(|&kind| error.get(kind)).map(ToString::to_string).collect();
    let what = if what.is_empty() { error.kind().to_string() } else { what.join(" ") };
    text_with("cli-not-understood", &[("what", &what)])
}

fn run(task: Task) -> Result<(), Failure> {
    match task {
        Task::Call { command, place, at } => call(&command, Store::at(place, at)),
        Task::Commands { markdown: true } => write_reply(commands_page::markdown().as_bytes()),
        Task::Commands { markdown: false } => write_json(&json!(samsyn_app::commands())),
        Task::Example { folder } => example(&folder),
        Task::Verify { place } => {
            let working = working("cli-working-verify");
            let found = Store::at(place, None).ask(|app| app.call("store.verify", json!({})))?;
            drop(working);
            write_json(&found)?;
            // A script looks at the exit status alone.
            if found.get("whole") == Some(&json!(true)) { Ok(()) } else { Err(AppError::new(Code::StoreDamaged).into()) }
        }
        Task::Disposal { place } => write_json(&Store::at(place, None).ask(|app| app.call("disposal.list", json!({})))?),
        Task::Statistics { year, folder, place } => statistics(year, &folder, Store::at(place, None)),
        Task::Salvage { place } => {
            let _working = working("cli-working-salvage");
            write_json(&Store::at(place, None).ask(salvage)?)
        }
        Task::Backup { folder, place } => {
            let _working = working("cli-working-backup");
            write_json(&Store::at(place, None).ask(|app| app.call("store.backup", json!({ "folder": folder })))?)
        }
        Task::Try { folder, place } => {
            let found = Store::at(place, None).with_secret(|app, secret| {
                let _working = working("cli-working-try");
                app.call("store.unlock", json!({ "passphrase": secret }))?;
                app.call("store.try_backup", json!({ "folder": folder, "secret": secret }))
            })?;
            write_json(&found)?;
            if found.get("whole") == Some(&json!(true)) { Ok(()) } else { Err(AppError::new(Code::BackupDamaged).into()) }
        }
        Task::Restore { folder, place } => {
            Store::at(place, None).with_secret(|app, secret| {
                let _working = working("cli-working-restore");
                app.call("store.restore", json!({ "folder": folder, "secret": secret }))
            })?;
            write_reply(format!("{}\n", text("cli-restored")).as_bytes())
        }
    }
}

/// What was found in a damaged store, which is then salvaged. A store that opens is examined first: what the opening did not
/// touch may be damaged all the same.
fn salvage(app: &mut App) -> Result<Value, AppError> {
    let state = app.call("store.status", json!({}))?;
    match state.get("state").and_then(Value::as_str) {
        Some("damaged") => {}
        Some("open") => drop(app.call("store.examine", json!({}))?),
        _ => return Err(AppError::new(Code::Locked)),
    }
    let found = app.call("store.survey", json!({}))?;
    app.call("store.salvage", json!({}))?;
    Ok(found)
}

/// The tables of a year, each way that they are given to others, as files in a folder.
fn statistics(year: i32, folder: &Path, store: Store) -> Result<(), Failure> {
    let files = [("statistics.file", "csv"), ("statistics.workbook", "xlsx"), ("statistics.report", "pdf")];
    let made = store.ask(|app| {
        let one = |(command, ending)| Ok((ending, app.call_for_bytes(command, json!({ "year": year }))?));
        files.into_iter().map(one).collect::<Result<Vec<_>, AppError>>()
    })?;
    for (ending, bytes) in made {
        fs::write(folder.join(format!("sip-statistik-{year}.{ending}")), bytes).map_err(|_| Failure::Reply)?;
    }
    Ok(())
}

fn call(command: &str, store: Store) -> Result<(), Failure> {
    let request = request(io::stdin().lock())?;
    let gives_bytes = samsyn_app::commands().iter().any(|known| known.name == command && known.bytes);
    if gives_bytes {
        write_reply(&store.ask(|app| app.call_for_bytes(command, request.clone()))?)
    } else {
        write_json(&without_key(store.ask(|app| app.call(command, request.clone()))?))
    }
}

/// The reply without a recovery key. One that was never seen cannot be typed back, and so the window asks for a new one.
fn without_key(mut reply: Value) -> Value {
    if let Some(key) = reply.get_mut("recovery_key") {
        *key = json!("");
        eprintln!("{}", text("cli-key-not-shown"));
    }
    reply
}

/// The request, read to its end. Nothing at all is the empty request.
fn request(mut stream: impl Read) -> Result<Value, Failure> {
    let mut typed = Vec::new();
    let read = stream.read_to_end(&mut typed).map_err(serde_json::Error::io);
    let parsed = read.and_then(|_| if typed.trim_ascii().is_empty() { Ok(json!({})) } else { serde_json::from_slice(&typed) });
    // The parser's own words can repeat the request; its place cannot.
    parsed.map_err(|error| {
        let (line, column) = (error.line().to_string(), error.column().to_string());
        Failure::Request(text_with("cli-request-not-read", &[("line", &line), ("column", &column)]))
    })
}

fn example(folder: &Path) -> Result<(), Failure> {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    let written = samsyn_app::example::write(folder, |done, of| {
        bar.set_length(of);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let written = written?;
    let count = written.files.len().to_string();
    let told = [text_with("cli-example-key", &[("key", &written.key)]), text_with("cli-example-done", &[("count", &count)])];
    write_reply(format!("{}\n", told.join("\n")).as_bytes())
}

/// A moving sign on a terminal's stderr while something takes its time; gone when dropped.
fn working(key: &str) -> ProgressBar {
    let sign = ProgressBar::new_spinner().with_message(text(key)).with_finish(indicatif::ProgressFinish::AndClear);
    sign.enable_steady_tick(Duration::from_millis(100));
    sign
}

fn write_json(reply: &Value) -> Result<(), Failure> {
    write_reply(format!("{reply:#}\n").as_bytes())
}

fn write_reply(reply: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(reply).and_then(|()| stdout.flush()).map_err(|_| Failure::Reply)
}

#[cfg(test)]
mod tests;
