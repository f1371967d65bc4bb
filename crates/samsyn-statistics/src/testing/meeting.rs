//! Who is called to a meeting, and who comes.

use super::*;

impl Making<'_> {
    pub(super) fn meeting(&mut self, case: &mut Case, opened: NaiveDate) {
        let called_on = self.after(opened, 0, 14);
        let held_on = self.after(called_on, 1, 40);
        let meeting = Meeting {
            id: MeetingId(self.id()),
            kind: Some(MeetingKind::First),
            form: self.dice.chance(90).then(|| self.dice.one(MeetingForm::ALL)),
            held_on: held_on.to_string(),
            own_words: if self.dice.chance(30) { "Jag orkar inte komma.".into() } else { String::new() },
            interpreter: if self.dice.chance(10) { "finska".into() } else { String::new() },
            ..Meeting::default()
        };
        case.meetings.push(meeting.clone());
        for party in case.parties.clone() {
            self.call(case, &meeting, &party, called_on);
        }
        if self.dice.chance(10) {
            return;
        }
        self.presence(case, meeting.id, None, held_on, 80);
        for party in case.parties.clone() {
            self.presence(case, meeting.id, Some(party.id), held_on, 80);
        }
        self.plan(case, &meeting, held_on);
    }

    fn call(&mut self, case: &mut Case, meeting: &Meeting, party: &Party, on: NaiveDate) {
        if !self.dice.chance(85) {
            return;
        }
        let basis = if self.dice.chance(85) { Basis::Consent } else { Basis::DutyToInform };
        let given = if self.dice.chance(90) { on } else { self.after(on, 1, 5) };
        let ground = ground(GroundId(self.id()), party.id, basis, given);
        let call = Call {
            id: CallId(self.id()),
            at: at(on),
            by: String::new(),
            meeting: meeting.id,
            party: Some(party.id),
            kind: party.call_kind(&self.profile.agreements),
            delivery: Delivery::Post,
            ground: Some(ground.id),
            sha256: String::new(),
            occasion: CallOccasion::New,
            held_on: None,
            starts: String::new(),
            ends: String::new(),
            place: String::new(),
        };
        case.grounds.push(ground);
        if self.dice.chance(5) {
            let cancelled = Call { id: CallId(self.id()), at: at(on), occasion: CallOccasion::Cancelled, ..call.clone() };
            case.calls.extend([call, cancelled]);
        } else {
            case.calls.push(call);
        }
    }

    fn presence(&mut self, case: &mut Case, meeting: MeetingId, party: Option<PartyId>, on: NaiveDate, chance: u64) {
        let mark = match (self.dice.chance(chance), self.dice.below(3)) {
            (true, 0) => Presence::Left,
            (true, _) => Presence::Came,
            (false, 0) => return,
            (false, 1) => Presence::AbsentNotified,
            (false, _) => Presence::AbsentSilent,
        };
        let mark = PresenceMark {
            id: RecordId(self.id()),
            at: at(on),
            by: String::new(),
            meeting,
            party,
            name: String::new(),
            mark,
            when: at(on),
        };
        case.presences.push(mark);
    }
}

fn ground(id: GroundId, party: PartyId, basis: Basis, on: NaiveDate) -> Ground {
    Ground {
        id,
        at: at(on),
        by: String::new(),
        party,
        basis,
        answer: Answer::Yes,
        direction: Direction::Both,
        scope: Scope::WholePlan,
        kinds: Vec::new(),
        except: Vec::new(),
        attends: true,
        statement: String::new(),
        purpose: String::new(),
        valid_from: on,
        valid_to: None,
        manner: Manner::Written,
        on,
        taken_by: String::new(),
        told_of_withdrawal: true,
        reason: String::new(),
        meeting: None,
        given_by: None,
        interpreter: String::new(),
    }
}
