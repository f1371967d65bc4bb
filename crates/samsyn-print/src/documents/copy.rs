//! What of a plan a recipient may see.

use super::words::joined;
use samsyn_plan::case::Case;
use samsyn_plan::codes::{InformationKind, Scope};
use samsyn_plan::gate::Permit;
use samsyn_plan::ids::PartyId;
use samsyn_plan::plan::Plan;
use std::cell::Cell;

/// How much of a plan is shown.
pub(super) struct Seen<'a> {
    /// The case and the recipient's permit. Nothing is held back where there is none.
    told: Option<(&'a Case, &'a Permit)>,
    hidden: Cell<bool>,
}

impl<'a> Seen<'a> {
    /// The whole plan.
    pub(super) fn whole() -> Self {
        Self { told: None, hidden: Cell::new(false) }
    }

    /// What a permit opens.
    pub(super) fn by(case: &'a Case, permit: &'a Permit) -> Self {
        Self { told: Some((case, permit)), hidden: Cell::new(false) }
    }

    /// The permit that something is shown by.
    pub(super) fn permit(&self) -> Option<&Permit> {
        self.told.map(|(_, permit)| permit)
    }

    /// Whether nothing is held back, so that the paper is the plan itself.
    pub(super) fn is_whole(&self) -> bool {
        self.permit().is_none_or(|permit| permit.recipient().party().is_none())
    }

    /// Whether something is left out.
    pub(super) fn left_out(&self) -> bool {
        self.hidden.get() || self.permit().is_some_and(|permit| !permit.sees_everything())
    }

    /// Meeting, övergripande ansvar, coordinator and follow-up: for the principals that share the plan, and for whoever may know of
    /// times and practical matters.
    pub(super) fn frame(&self) -> bool {
        self.told.is_none_or(|(case, permit)| permit.may_know_frame(case))
    }

    /// The fast vårdkontakt: tells of health care.
    pub(super) fn care_contact(&self) -> bool {
        self.sees(&[InformationKind::PhysicalHealth], None) || self.sees(&[InformationKind::MentalHealth], None)
    }

    /// Who was in the room: tells of family and of other units.
    pub(super) fn attendance(&self) -> bool {
        self.sees(&[InformationKind::Family, InformationKind::Addiction, InformationKind::MentalHealth], None)
    }

    /// Name and number for those who keep a file on the person, the name for those close, initials for all others.
    pub(super) fn person(&self, case: &Case, plan: &Plan) -> String {
        if self.is_whole() || self.permit().is_some_and(|permit| permit.shares_duty(case)) {
            joined([&plan.person, &plan.identity], ", ")
        } else if self.frame() {
            plan.person.clone()
        } else {
            case.person.initials()
        }
    }

    /// What the grounds say in words that the recipient may be told.
    pub(super) fn statements(&self, case: &Case) -> Vec<String> {
        let Some(permit) = self.permit() else { return Vec::new() };
        let grounds = case.grounds.iter().filter(|ground| ground.scope == Scope::Stated && permit.grounds().contains(&ground.id));
        grounds.map(|ground| ground.statement.trim().to_owned()).filter(|statement| !statement.is_empty()).collect()
    }

    fn sees(&self, kinds: &[InformationKind], party: Option<PartyId>) -> bool {
        self.permit().is_none_or(|permit| permit.may_see(kinds, party))
    }

    /// The plan without the lines that the recipient may not see.
    pub(super) fn filter(&self, mut plan: Plan) -> Plan {
        if !self.sees(&plan.situation_kinds, None) {
            self.hide(!(plan.own_words.is_empty() && plan.situation.is_empty()));
            plan.own_words.clear();
            plan.situation.clear();
            plan.read_back_words.clear();
        }
        if plan.child.as_ref().is_some_and(|child| !self.sees(&child.kinds, None)) {
            plan.child = None;
            self.hide(true);
        }
        self.keep(&mut plan.goals, |goal| (&goal.kinds, None));
        self.keep(&mut plan.measures, |measure| (&measure.kinds, measure.party));
        self.keep(&mut plan.other_measures, |measure| (&measure.kinds, measure.party));
        self.keep(&mut plan.other_plans, |other| (&other.kinds, other.party));
        self.keep(&mut plan.own_actions, |action| (&action.kinds, action.party));
        self.keep(&mut plan.open_questions, |question| (&question.kinds, question.party));
        self.keep(&mut plan.dissents, |dissent| (&dissent.kinds, dissent.party));
        self.keep(&mut plan.crises, |crisis| (&crisis.kinds, None));
        if let Some((case, permit)) = self.told {
            self.hold_back(&mut plan, case, permit);
        }
        plan
    }

    /// Takes out the roles and the places that tell of units that the recipient may not know.
    fn hold_back(&self, plan: &mut Plan, case: &Case, permit: &Permit) {
        let before = plan.roles.len();
        plan.roles.retain(|role| permit.may_know_role(case, role));
        self.hide(plan.roles.len() < before);
        let places = plan.meeting.iter_mut().map(|meeting| &mut meeting.place).chain(plan.follow_up.iter_mut().map(|next| &mut next.place));
        for place in places.filter(|place| !place.is_empty() && !permit.may_know_host(case, place)) {
            place.clear();
            self.hide(true);
        }
    }

    fn keep<T>(&self, lines: &mut Vec<T>, marks: impl Fn(&T) -> (&[InformationKind], Option<PartyId>)) {
        let before = lines.len();
        lines.retain(|line| {
            let (kinds, party) = marks(line);
            self.sees(kinds, party)
        });
        self.hide(lines.len() < before);
    }

    fn hide(&self, hidden: bool) {
        self.hidden.set(self.hidden.get() || hidden);
    }
}
