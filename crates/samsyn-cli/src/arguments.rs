//! The arguments. Their help is Swedish like all else that people read, so it comes from the texts.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::words::text;

#[derive(Parser)]
#[command(
    name = "samsyn-cli",
    version,
    about = text("cli-about"),
    after_help = text("cli-exit-statuses"),
    help_template = help_template(),
    subcommand_value_name = "KOMMANDO",
    subcommand_help_heading = text("cli-commands"),
    next_help_heading = text("cli-options"),
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(crate) struct Arguments {
    #[arg(short, long, global = true, action = ArgAction::Help, help = text("cli-help-help"))]
    help: Option<bool>,

    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Subcommand)]
pub(crate) enum Task {
    #[command(about = text("cli-help-call"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Call {
        #[arg(value_name = "KOMMANDO", help = text("cli-help-call-command"))]
        command: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_name = "TID", help = text("cli-help-call-at"))]
        at: Option<DateTime<Utc>>,
    },
    #[command(about = text("cli-help-commands"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Commands {
        #[arg(long, help = text("cli-help-commands-markdown"))]
        markdown: bool,
    },
    #[command(about = text("cli-help-example"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Example {
        #[arg(value_name = "MAPP", help = text("cli-help-example-folder"))]
        folder: PathBuf,
    },
    #[command(about = text("cli-help-verify"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Verify {
        #[command(flatten)]
        place: Place,
    },
    #[command(about = text("cli-help-salvage"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Salvage {
        #[command(flatten)]
        place: Place,
    },
    #[command(about = text("cli-help-disposal"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Disposal {
        #[command(flatten)]
        place: Place,
    },
    #[command(about = text("cli-help-statistics"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Statistics {
        #[arg(value_name = text("cli-year"), help = text("cli-help-statistics-year"))]
        year: i32,
        #[arg(value_name = "MAPP", help = text("cli-help-statistics-folder"))]
        folder: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    #[command(about = text("cli-help-backup"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Backup {
        #[arg(value_name = "MAPP", help = text("cli-help-backup-folder"))]
        folder: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    #[command(about = text("cli-help-try"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Try {
        #[arg(value_name = "MAPP", help = text("cli-help-restore-folder"))]
        folder: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    #[command(about = text("cli-help-restore"), help_template = help_template(), next_help_heading = text("cli-options"))]
    Restore {
        #[arg(value_name = "MAPP", help = text("cli-help-restore-folder"))]
        folder: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

/// Which store, and where its passphrase comes from. Never from an argument or the environment: others can read those.
#[derive(Args)]
#[command(next_help_heading = text("cli-options"))]
pub(crate) struct Place {
    #[arg(long, value_name = "MAPP", help = text("cli-help-store"))]
    pub(crate) store: Option<PathBuf>,
    #[arg(long, value_name = "N", help = text("cli-help-passphrase-fd"))]
    pub(crate) passphrase_fd: Option<u32>,
}

fn help_template() -> String {
    format!("{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", text("cli-usage"))
}
