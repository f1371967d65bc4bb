//! The draft records of a case.

use samsyn_plan::drafts::*;

use crate::table::table;

table!(Frame, "frame", draft [diary_number, notes]);
table!(Need, "need", draft [seen_by, seen_at_unit, seen_on, description, own_words, areas, main_area, waiting_for, waiting_since]);
table!(Preparation, "preparation", draft [important, works, hard, change, who, not_raised, way, support, children]);
table!(Party, "party", placed [position, kind, organisation, unit, name, title, phone, address]);
table!(
    Meeting,
    "meeting",
    placed [
        position, kind, form, held_on, starts, ends, place, purpose, purpose_kinds, prepare, answer_by, leader, note_taker, own_words,
        situation, situation_kinds
    ]
);
table!(Question, "question", placed [position, meeting, text, kinds]);
table!(Goal, "goal", placed [position, text, term, kinds]);
table!(Measure, "measure", placed [position, goal, text, extent, principal, party, unit, person, starts_on, due_on, kinds]);
table!(OtherMeasure, "other_measure", placed [position, goal, text, party, done_by, time, kinds]);
table!(OwnAction, "own_action", placed [position, party, text, kinds]);
table!(OpenQuestion, "open_question", placed [position, text, owner, party, answer_by, solution, kinds]);
table!(Dissent, "dissent", placed [position, whose, text, kinds]);
table!(Crisis, "crisis", placed [position, text, contact, phone, kinds]);
table!(PlanFrame, "plan_frame", draft [overall, no_other_measures, coordinator, coordinator_unit, coordinator_phone, care_contact]);
table!(GoalRating, "goal_rating", draft [meeting, goal, scale, own_scale, note]);
table!(MeasureStatus, "measure_status", draft [meeting, measure, state, done_on, why]);
table!(Form, "form", loose [name, about, content]);

/// Makes sure that every kind of draft has a table of its kind's name and fields.
#[cfg(test)]
mod tests {
    use samsyn_plan::codes::Coded as _;
    use samsyn_plan::drafts::{DraftKind, DraftRecord};

    use crate::table::Row;

    fn is_stored_whole<T: DraftRecord + Row>() {
        assert_eq!(T::TABLE.name, T::KIND.code());
        assert_eq!(T::COLUMNS, T::FIELDS);
    }

    #[test]
    fn every_draft_kind_is_stored_under_its_own_name_with_all_its_fields() {
        for kind in DraftKind::ALL {
            samsyn_plan::draft_type!(*kind, T => is_stored_whole::<T>());
        }
    }
}
