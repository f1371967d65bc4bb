//! The shell: the only code that knows Tauri. It opens one window, hands its commands to `samsyn-app` on the store's
//! own thread, and locks the store when the window closes or the computer is left.

mod commands;
mod host;
mod navigation;
mod printing;
mod saving;
mod store_thread;
#[cfg(target_os = "linux")]
mod suspend;
mod window;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use samsyn_app::{Clock, Setup};
use tauri::{Manager, RunEvent};

use saving::Saving;
use store_thread::StoreThread;

/// Opens the program and returns when its window is closed and its store locked.
///
/// `--store FOLDER` names the folder of the store; without it the one of this user is taken.
pub fn run() -> ExitCode {
    let Some(folder) = store_folder(env::args_os().skip(1)) else {
        eprintln!("Usage: samsyn [--store FOLDER]");
        return ExitCode::from(2);
    };
    let setup = Setup { folder: folder.clone(), clock: Clock::System, keyring: true };

    let program = tauri::Builder::default()
        .plugin(navigation::guard())
        .manage(Saving::default())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::call_for_bytes,
            commands::save_document,
            commands::list_printers,
            commands::print_document,
            commands::page_saved
        ])
        .on_window_event(saving::on_window_event)
        .setup(move |app| {
            let shell = app.handle().clone();
            app.manage(StoreThread::start(setup, move || window::renew_page(&shell))?);
            #[cfg(target_os = "linux")]
            suspend::watch(app.handle());
            window::open(app, &folder)?;
            Ok(())
        })
        .build(tauri::generate_context!());

    match program {
        Ok(program) => {
            let code = program.run_return(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<StoreThread>().end();
                }
            });
            u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => {
            eprintln!("samsyn: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The folder that the arguments name, the user's own without arguments, and nothing for arguments that mean nothing.
fn store_folder(mut arguments: impl Iterator<Item = std::ffi::OsString>) -> Option<PathBuf> {
    let Some(option) = arguments.next() else {
        return Some(samsyn_app::default_folder());
    };
    let folder = arguments.next().filter(|_| option == "--store")?;
    arguments.next().is_none().then(|| PathBuf::from(folder))
}

#[cfg(test)]
mod tests;
