mod chains;

use super::roles_for;
use crate::{App, Clock, Code, CommandKind, Setup, commands};
use samsyn_plan::{
    codes::{Coded as _, UserRole},
    ids::UserId,
    profile::User,
};
use serde_json::{Value, json};
use uuid::Uuid;

/// What concerns the store and anybody who can unlock it may do: to get in and out, to see that it is whole, to make the backup that
/// was planned, and whatever is done while no user is in. Whatever else does is named in `roles_for`.
const FOR_EVERYBODY: &[&str] = &[
    "store.status",
    "store.profiles",
    "store.places",
    "store.measure_passphrase",
    "store.create",
    "store.unlock",
    "store.unlock_quick",
    "store.unlock_by_recovery",
    "store.unlock_by_organisation",
    "store.change_passphrase",
    "store.remember",
    "store.lock",
    "store.active",
    "store.verify",
    "store.backups",
    "store.begin_backup",
    "store.examine",
    "store.survey",
    "store.salvage",
    "store.restore",
    "store.diagnostics",
    "help.show",
    "practice.show",
    "practice.make",
    "practice.enter",
    "practice.leave",
    "practice.discard",
];

/// The requests that name cases by another name than `case`, and what guards them.
const OTHERWISE_NAMED: &[(&str, &str)] = &[
    ("disposal.carry_out", "the role: whoever erases need not have read"),
    ("store.mend_case", "the role: whoever looks after the store makes a case whole, and nothing of it is shown"),
];

struct Bench {
    app: App,
    case: Value,
    _folder: tempfile::TempDir,
}

fn act(app: &mut App, command: &str, mut request: Value) -> Value {
    request["command_id"] = json!(Uuid::now_v7());
    app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// A store with a case.
fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed("2027-01-11T08:00:00Z".parse().unwrap());
    let mut app = App::new(Setup { folder: folder.path().join("store"), clock, keyring: false });
    let store = json!({
        "profile": "jamtland-harjedalen", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Östersunds kommun",
        "unit": "öppenvården Nexus", "activity": "social_services", "user": "Per Nyström", "title": "socialsekreterare",
        "passphrase": "trumpet kantarell sextio moln", "practice": true
    });
    app.call("store.create", store).unwrap();
    let person = act(&mut app, "person.create", json!({ "identity": "19830417-2383", "first_name": "Karin", "last_name": "Lövgren-Åhs" }));
    let case = act(&mut app, "case.open", json!({ "person": person["id"] }))["view"]["case"]["id"].clone();
    Bench { app, case, _folder: folder }
}

/// Somebody else sits there now: every role, and another activity than the case's.
fn stranger(app: &mut App, roles: &[UserRole]) {
    let activity = Some(samsyn_plan::codes::Activity::Psychiatry);
    app.session_mut().unwrap().user = User { id: UserId(Uuid::from_u128(7)), activity, roles: roles.to_vec(), ..User::default() };
}

/// A request that names the case, and an identifier of its own.
fn naming(case: &Value) -> Value {
    json!({ "case": case, "command_id": Uuid::now_v7() })
}

#[test]
fn every_command_that_names_a_case_is_refused_without_access() {
    let Bench { mut app, case, _folder } = bench();
    stranger(&mut app, UserRole::ALL);
    let mut tried = 0;
    for command in commands() {
        let names = command.request_schema.get("properties").and_then(|fields| fields.get("case")).is_some();
        if !names {
            continue;
        }
        tried += 1;
        let refused = if command.bytes {
            app.call_for_bytes(command.name, naming(&case)).expect_err(command.name)
        } else {
            app.call(command.name, naming(&case)).expect_err(command.name)
        };
        // Those with a rule of their own come as far as to their request, of which the rest is missing.
        let expected = if super::OWN_RULE.contains(&command.name) { Code::MalformedRequest } else { Code::NoAccess };
        assert_eq!(refused.code, expected, "{}", command.name);
    }
    assert!(tried > 50, "hardly any command names a case ({tried})");
}

#[test]
fn every_request_names_its_case_by_the_field_that_is_guarded() {
    for command in commands() {
        let fields = command.request_schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        let others = fields.iter().filter(|(name, schema)| name.as_str() != "case" && schema.to_string().contains("/CaseId\""));
        let names: Vec<_> = others.map(|(name, _)| name.clone()).collect();
        let known = OTHERWISE_NAMED.iter().any(|(name, _)| *name == command.name);
        assert_eq!(!names.is_empty(), known, "{} names cases by {names:?}", command.name);
    }
}

#[test]
fn what_concerns_the_store_is_for_everybody_or_for_a_role() {
    let all = commands();
    for command in all.iter().filter(|command| command.kind == CommandKind::Store) {
        let everybody = FOR_EVERYBODY.contains(&command.name);
        assert_ne!(everybody, !roles_for(command.name).is_empty(), "{} is for everybody, or asks for a role", command.name);
    }
    // What stands between quotation marks and has a dot is a command's name, or the beginning of one.
    let quoted = include_str!("../rights.rs").split('"').skip(1).step_by(2).filter(|words| words.contains('.'));
    for found in quoted.chain(FOR_EVERYBODY.iter().copied()) {
        assert!(
            all.iter().any(|command| command.name == found || found.ends_with('.') && command.name.starts_with(found)),
            "there is no command {found}"
        );
    }
}

#[test]
fn without_its_role_no_command_is_run() {
    let Bench { mut app, .. } = bench();
    for command in commands() {
        let roles = roles_for(command.name);
        for role in UserRole::ALL.iter().filter(|_| !roles.is_empty()) {
            stranger(&mut app, &[*role]);
            let answer = if command.bytes {
                app.call_for_bytes(command.name, json!({ "command_id": Uuid::now_v7(), "no_such_field": 1 })).map(|_| ())
            } else {
                app.call(command.name, json!({ "command_id": Uuid::now_v7(), "no_such_field": 1 })).map(|_| ())
            };
            let refused = answer.expect_err(command.name);
            assert_eq!(refused.code == Code::RoleMissing, !roles.contains(role), "{} as {}: {refused}", command.name, role.code());
        }
    }
    assert!(app.is_open());
}

#[test]
fn a_refusal_tells_whom_to_ask_and_nothing_of_the_case() {
    let Bench { mut app, case, _folder } = bench();
    stranger(&mut app, UserRole::ALL);
    let refused = app.call("case.show", naming(&case)).unwrap_err();
    assert_eq!(refused.details, json!({ "ask": ["Per Nyström"], "take_part": false, "may_give": false }));
}
