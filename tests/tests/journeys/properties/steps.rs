//! What somebody may do that opens or shuts a way, at random.

use proptest::prelude::*;
use samsyn_app::example::day;
use serde_json::{Value, json};

use crate::journeys::carried::Carried;

const KINDS: [&str; 9] =
    ["addiction", "mental_health", "medicine", "housing", "work", "schooling", "practical", "test_results", "whereabouts"];

/// Who a case is about to be told to, and on which day after D.
#[derive(Clone, Copy)]
pub(super) struct Cast {
    pub(super) parties: &'static [&'static str],
    pub(super) guardians: &'static [&'static str],
    pub(super) today: i64,
}

/// Something that somebody may do. Whoever gives an answer is a guardian by number, or the person.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Ground {
        party: usize,
        given_by: Option<usize>,
        basis: &'static str,
        answer: &'static str,
        direction: &'static str,
        scope: &'static str,
        kinds: Vec<&'static str>,
        except: Vec<&'static str>,
        attends: bool,
        from: i64,
        to: Option<i64>,
    },
    Withdraw {
        which: usize,
        from: i64,
    },
    Annul {
        kind: &'static str,
        list: &'static str,
        which: usize,
    },
    SipYes {
        given_by: Option<usize>,
        answer: &'static str,
    },
    Judge {
        child: bool,
        guardians: Vec<usize>,
    },
    Know {
        guardian: usize,
        kind: &'static str,
        may: bool,
    },
}

pub(super) fn any_step(roles: &Cast) -> BoxedStrategy<Step> {
    let guardians = roles.guardians.len();
    let giver = || prop::option::weighted(0.6, 0..guardians.max(1)).prop_map(move |giver| giver.filter(|_| guardians > 0));
    let ground = (
        (0..roles.parties.len(), giver(), yes_or_no(), prop::sample::select(&["consent", "consent", "harm_assessment", "necessity"][..])),
        (
            prop::sample::select(&["both", "both", "we_tell", "they_tell"][..]),
            prop::sample::select(&["kinds", "kinds", "whole_plan", "whole_plan", "own_measures", "stated"][..]),
        ),
        (prop::sample::subsequence(&KINDS[..], 1..KINDS.len()), prop::sample::subsequence(&KINDS[..], 0..3)),
        (any::<bool>(), any::<bool>(), -5..2_i64, prop::option::of(0..20_i64)),
    )
        .prop_map(|((party, given_by, answer, basis), (direction, scope), (kinds, except), (excepts, attends, from, length))| {
            Step::Ground {
                party,
                given_by,
                basis,
                answer,
                direction,
                scope,
                kinds,
                except: if excepts { except } else { Vec::new() },
                attends,
                from,
                to: length.map(|days| from + days),
            }
        });
    let annulled = prop::sample::select(
        &[("ground", "grounds"), ("judgement", "know_judgements"), ("judgement", "consent_judgements"), ("notice", "notices")][..],
    );
    let common = prop_oneof![
        10 => ground,
        2 => (any::<prop::sample::Index>(), -1..3_i64).prop_map(|(which, from)| Step::Withdraw { which: which.index(1000), from }),
        2 => (annulled, any::<prop::sample::Index>()).prop_map(|((kind, list), which)| Step::Annul { kind, list, which: which.index(1000) }),
        1 => (giver(), yes_or_no()).prop_map(|(given_by, answer)| Step::SipYes { given_by, answer }),
    ];
    if guardians == 0 {
        return common.boxed();
    }
    let all: Vec<usize> = (0..guardians).collect();
    let judged =
        (any::<bool>(), prop::sample::subsequence(all, 0..=guardians)).prop_map(|(child, guardians)| Step::Judge { child, guardians });
    let known = (0..guardians, prop::sample::select(&KINDS[..]), any::<bool>()).prop_map(|(guardian, kind, may)| Step::Know {
        guardian,
        kind,
        may,
    });
    prop_oneof![8 => common, 1 => judged, 1 => known].boxed()
}

fn yes_or_no() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => Just("yes"), 1 => Just("no")]
}

/// Does it. A refusal is an answer like any other.
pub(super) fn take(case: &mut Carried, roles: &Cast, step: &Step) {
    let nth = |case: &Carried, list: &str, which: usize| {
        let ids = case.each(&format!("/case/{list}"), "id");
        ids.get(which % ids.len().max(1)).cloned().unwrap_or_default()
    };
    let guardian = |case: &Carried, which: Option<usize>| which.map(|which| case.script.id(roles.guardians[which])).unwrap_or_default();
    let (today, script) = (roles.today, |case: &mut Carried, command: &str, said: Value| drop(case.script.on_case(command, said)));
    match step {
        Step::Ground { party, given_by, basis, answer, direction, scope, kinds, except, attends, from, to } => {
            let said = json!({
                "party": case.script.id(roles.parties[*party]), "given_by": guardian(case, *given_by), "basis": basis, "answer": answer,
                "direction": direction, "scope": scope, "kinds": kinds, "except": except, "attends": attends, "statement": "tiderna",
                "valid_from": day(today + from), "valid_to": to.map(|to| day(today + to)).unwrap_or_default(),
                "until_further_notice": to.is_none(), "manner": "oral", "on": day(today + from), "taken_by": "Per Nyström", "reason": "prövat",
            });
            script(case, "ground.record", said);
        }
        Step::Withdraw { which, from } => {
            let said = json!({ "ground": nth(case, "grounds", *which), "from": day(today + from), "manner": "oral" });
            script(case, "ground.withdraw", said);
        }
        Step::Annul { kind, list, which } => {
            let said = json!({ "kind": kind, "record": nth(case, list, *which), "reason": "fel" });
            script(case, "annulment.record", said);
        }
        Step::SipYes { given_by, answer } => {
            let giver = guardian(case, *given_by);
            script(
                case,
                "yes.record",
                json!({ "answer": answer, "on": day(today), "manner": "oral", "taken_by": "Per", "given_by": giver }),
            );
        }
        Step::Judge { child, guardians } => {
            let guardians: Vec<Value> = guardians.iter().map(|which| guardian(case, Some(*which))).collect();
            let said = json!({ "child": child, "guardians": guardians, "maturity": "17", "reason": "prövat", "judged_by": "Olle", "on": day(today) });
            script(case, "judgement.record", said);
        }
        Step::Know { guardian: which, kind, may } => {
            let said = json!({
                "guardian": guardian(case, Some(*which)), "kind": kind, "may_know": may, "ground": "maturity", "reason": "prövat",
                "owner": "enheten", "judged_by": "Jonna", "on": day(today),
            });
            script(case, "know.record", said);
        }
    }
}
