//! The plan of a meeting, its follow-ups, and what comes after.

use super::*;

impl Making<'_> {
    /// The plan, fixed once or twice, its follow-ups, and what comes after.
    pub(super) fn plan(&mut self, case: &mut Case, meeting: &Meeting, held_on: NaiveDate) {
        for _ in 0..self.dice.below(4) {
            case.goals.push(Goal { id: GoalId(self.id()), text: "Komma upp på morgonen".into(), ..Goal::default() });
        }
        for _ in 0..=self.dice.below(6) {
            let measure = Measure {
                id: MeasureId(self.id()),
                text: self.dice.one(&["Samtal", "Läkarbesök", "Boendestöd", "samtal "]).into(),
                action: self.dice.chance(80).then(|| self.dice.one(MeasureType::ALL)),
                principal: self.dice.chance(97).then(|| self.dice.one(Principal::ALL)),
                ..Measure::default()
            };
            case.measures.push(measure);
        }
        if self.dice.chance(30) {
            case.other_measures.push(OtherMeasure { id: RecordId(self.id()), text: "Kontaktperson".into(), ..OtherMeasure::default() });
        }
        case.plan_frame.overall = Some(self.dice.one(Principal::ALL));
        let booked = self.after(held_on, 30, 120);
        if self.dice.chance(85) {
            let follow_up =
                Meeting { id: MeetingId(self.id()), kind: Some(MeetingKind::FollowUp), held_on: booked.to_string(), ..Meeting::default() };
            case.meetings.push(follow_up);
        }
        self.read_back(case, meeting.id, held_on);
        let fixed_on = self.after(held_on, 0, 9);
        self.version(case, meeting.id, fixed_on);
        if self.dice.chance(25) {
            case.measures.pop();
        }
        let mut last = fixed_on;
        if let Some(follow_up) = case.meetings.get(1).map(|meeting| meeting.id).filter(|_| self.dice.chance(75)) {
            last = self.after(booked, 0, 40);
            self.follow_up(case, follow_up, last);
            if self.dice.chance(50) {
                last = self.after(last, 20, 300);
                self.follow_up(case, follow_up, last);
                self.version(case, meeting.id, last);
            }
        }
        self.afterwards(case, meeting.id, last);
    }

    fn read_back(&mut self, case: &mut Case, meeting: MeetingId, on: NaiveDate) {
        if self.dice.chance(90) {
            let answer = self.dice.one(ReadBack::ALL);
            case.read_backs.push(ReadBackAnswer {
                id: RecordId(self.id()),
                at: at(on),
                by: String::new(),
                meeting,
                answer,
                words: String::new(),
            });
        }
    }

    fn version(&mut self, case: &mut Case, meeting: MeetingId, on: NaiveDate) {
        let number = u32::try_from(case.versions.len()).unwrap() + 1;
        let content = serde_json::to_string(&plan::build(case, &Organisation::default(), &[], on)).unwrap();
        let id = VersionId(self.id());
        case.versions.push(Version {
            id,
            at: at(on),
            by: String::new(),
            number,
            meeting: Some(meeting),
            change: String::new(),
            content,
            hash: String::new(),
        });
    }

    fn follow_up(&mut self, case: &mut Case, meeting: MeetingId, on: NaiveDate) {
        case.goal_ratings.clear();
        case.measure_statuses.clear();
        for goal in case.goals.clone() {
            let scale = self.dice.chance(85).then(|| self.dice.one(GoalScale::ALL));
            let own_scale = self.dice.chance(70).then(|| self.dice.one(GoalScale::ALL));
            case.goal_ratings.push(GoalRating {
                id: RecordId(self.id()),
                meeting: Some(meeting),
                goal: Some(goal.id),
                scale,
                own_scale,
                note: String::new(),
            });
        }
        for measure in case.measures.clone() {
            let state = self.dice.chance(90).then(|| self.dice.one(MeasureState::ALL));
            case.measure_statuses.push(MeasureStatus {
                id: RecordId(self.id()),
                meeting: Some(meeting),
                measure: Some(measure.id),
                state,
                ..MeasureStatus::default()
            });
        }
        let fixed = plan::thaw(&case.newest_version().unwrap().content).unwrap();
        let sheet = plan::follow_up_sheet(case, meeting, &fixed, on);
        let outcome = self.dice.one(FollowUpOutcome::ALL);
        case.follow_ups.push(FollowUp { id: RecordId(self.id()), at: at(on), by: String::new(), meeting, on, outcome, sheet });
    }

    fn afterwards(&mut self, case: &mut Case, meeting: MeetingId, last: NaiveDate) {
        if self.dice.chance(20) {
            let (id, on) = (RecordId(self.id()), last);
            let kind = self.dice.one(DeviationKind::ALL);
            let text = String::new;
            case.deviations.push(Deviation {
                id,
                at: at(on),
                by: text(),
                kind,
                party: None,
                meeting: Some(meeting),
                on,
                event: text(),
                consequence: text(),
                action: text(),
                sent_to: text(),
            });
            if self.dice.chance(60) {
                let on = self.after(on, 0, 60);
                case.deviation_answers.push(DeviationAnswer {
                    id: RecordId(self.id()),
                    at: at(on),
                    by: text(),
                    deviation: id,
                    on,
                    answered_by: text(),
                    answer: text(),
                });
            }
            if self.dice.chance(5) {
                case.annulments.push(annulment(RecordId(self.id()), AnnulledKind::Deviation, id, at(on)));
            }
        }
        if self.dice.chance(40) {
            let mut grade = || self.dice.chance(90).then(|| 1 + u8::try_from(self.dice.below(5)).unwrap());
            let grades = [grade(), grade(), grade(), grade(), grade()];
            let evaluator = self.dice.one(Evaluator::ALL);
            let [informed, could_say, right_people, clear_who, felt_safe] = grades;
            let id = RecordId(self.id());
            case.evaluations.push(Evaluation {
                id,
                at: at(last),
                by: String::new(),
                evaluator,
                informed,
                could_say,
                right_people,
                clear_who,
                felt_safe,
                comment: String::new(),
            });
        }
        if self.dice.chance(50) {
            let on = self.after(last, 0, 200);
            case.closings.push(Closing {
                id: RecordId(self.id()),
                at: at(on),
                by: String::new(),
                reason: self.dice.one(ClosingReason::ALL),
                on,
                remains: String::new(),
            });
        }
    }
}
