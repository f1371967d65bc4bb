//! How a command is declared, found and described. Each topic has its own list; [`all`] joins them.

use crate::{App, AppError, Code, act::Call, topics};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

/// What a command does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandKind {
    /// It only reads.
    Read,
    /// It changes drafts, and can be undone.
    Draft,
    /// It writes what has been done, once and for all.
    Act,
    /// It concerns the store itself: setting up, unlocking, locking.
    Store,
}

/// A command as the outside sees it.
#[derive(Debug, Clone, Serialize)]
pub struct CommandDescription {
    /// Its name, such as `draft.set`.
    pub name: &'static str,
    /// The part before the dot.
    pub topic: &'static str,
    /// What it does to the store.
    pub kind: CommandKind,
    /// Whether it answers with bytes (a PDF) instead of JSON.
    pub bytes: bool,
    /// The JSON schema of its request. Commands that write also take `command_id`, a UUID of the caller's own.
    pub request_schema: Schema,
    /// The JSON schema of its reply.
    pub reply_schema: Schema,
    /// The codes that it can answer with beside those that every command has.
    pub codes: &'static [Code],
}

/// What a command answers with.
pub(crate) enum Reply {
    /// JSON.
    Json(Value),
    /// Bytes of a PDF.
    Bytes(Vec<u8>),
}

/// A command as declared.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    pub(crate) kind: CommandKind,
    pub(crate) bytes: bool,
    pub(crate) codes: &'static [Code],
    pub(crate) run: fn(&mut App, &Call, Value) -> Result<Reply, AppError>,
    pub(crate) request_schema: fn(&mut SchemaGenerator) -> Schema,
    pub(crate) reply_schema: fn(&mut SchemaGenerator) -> Schema,
    pub(crate) types: fn(&mut crate::bindings::Types) -> (String, String),
}

/// Declares a topic's commands: `"name" Kind [Codes] function: Request => Reply`.
macro_rules! commands {
    ($($name:literal $kind:ident [$($code:ident),*] $function:path: $request:ty => $reply:ty;)+) => {
        pub(crate) const COMMANDS: &[$crate::describe::Command] = &[$(
            $crate::describe::Command {
                name: $name,
                kind: $crate::describe::CommandKind::$kind,
                bytes: false,
                codes: &[$($crate::Code::$code),*],
                run: |app, call, request| {
                    let reply: $reply = $function(app, call, $crate::describe::parse::<$request>(request)?)?;
                    $crate::describe::to_json(&reply)
                },
                request_schema: $crate::describe::schema::<$request>,
                reply_schema: $crate::describe::schema::<$reply>,
                types: $crate::bindings::Types::of::<$request, $reply>,
            }
        ),+];
    };
}
pub(crate) use commands;

/// Declares a topic's commands that answer with the bytes of a PDF.
macro_rules! byte_commands {
    ($($name:literal $kind:ident [$($code:ident),*] $function:path: $request:ty;)+) => {
        pub(crate) const BYTE_COMMANDS: &[$crate::describe::Command] = &[$(
            $crate::describe::Command {
                name: $name,
                kind: $crate::describe::CommandKind::$kind,
                bytes: true,
                codes: &[$($crate::Code::$code),*],
                run: |app, call, request| $function(app, call, $crate::describe::parse::<$request>(request)?).map($crate::describe::Reply::Bytes),
                request_schema: $crate::describe::schema::<$request>,
                reply_schema: $crate::describe::schema::<()>,
                types: $crate::bindings::Types::of::<$request, ()>,
            }
        ),+];
    };
}
pub(crate) use byte_commands;

/// Every command, by topic.
pub(crate) fn all() -> impl Iterator<Item = &'static Command> {
    topics::LISTS.iter().flat_map(|list| list.iter())
}

/// The command of a name.
pub(crate) fn find(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}

/// Every command with its schemas and codes.
pub fn described() -> Vec<CommandDescription> {
    all()
        .map(|command| {
            let mut generator = SchemaGenerator::default();
            CommandDescription {
                name: command.name,
                topic: command.name.split_once('.').map_or(command.name, |(topic, _)| topic),
                kind: command.kind,
                bytes: command.bytes,
                request_schema: (command.request_schema)(&mut generator),
                reply_schema: (command.reply_schema)(&mut generator),
                codes: command.codes,
            }
        })
        .collect()
}

/// The schema of a type, whole in itself.
pub(crate) fn schema<T: JsonSchema>(_: &mut SchemaGenerator) -> Schema {
    SchemaGenerator::default().into_root_schema_for::<T>()
}

/// Reads a request; a request of another shape is refused before anything is done.
pub(crate) fn parse<T: DeserializeOwned + TS>(request: Value) -> Result<T, AppError> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).map_err(|_| AppError::new(Code::MalformedRequest))
}

/// A reply as JSON.
pub(crate) fn to_json<T: Serialize>(reply: &T) -> Result<Reply, AppError> {
    serde_json::to_value(reply).map(Reply::Json).map_err(|_| AppError::new(Code::Internal))
}
