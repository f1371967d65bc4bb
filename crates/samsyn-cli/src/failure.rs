//! How a run can fail, and the exit status that says so.

use samsyn_app::{AppError, Code};

use crate::words::{refusal, text};

/// Why the program ends without having done what was asked.
pub(crate) enum Failure {
    /// The line could not be understood; the text says what.
    Line(String),
    /// The request could not be read as JSON; the text says where.
    Request(String),
    /// The passphrase could not be read.
    Passphrase,
    /// The reply could not be written.
    Reply,
    /// The command was refused.
    Refused(AppError),
}

impl Failure {
    /// The sentence for people, with the code of a refusal before it.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Line(words) | Self::Request(words) => words.clone(),
            Self::Passphrase => text("cli-passphrase-not-read"),
            Self::Reply => text("cli-reply-not-written"),
            Self::Refused(error) => refusal(error),
        }
    }

    /// The exit status: 2 refused, 3 a request that means nothing, 4 no such command, 64 a line that means nothing, 74 a
    /// stream that broke.
    pub(crate) fn exit_status(&self) -> u8 {
        match self {
            Self::Line(_) => 64,
            Self::Request(_) => 3,
            Self::Passphrase | Self::Reply => 74,
            Self::Refused(error) => match error.code {
                Code::MalformedRequest => 3,
                Code::UnknownCommand => 4,
                _ => 2,
            },
        }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::Refused(error)
    }
}
