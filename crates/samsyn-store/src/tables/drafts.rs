//! The draft records of a case.

use samsyn_plan::drafts::{
    AgendaItem, Attendance, Child, Crisis, Dissent, Form, Frame, Goal, GoalRating, Measure, MeasureStatus, Meeting, Need, OpenQuestion,
    OtherMeasure, OtherPlan, OwnAction, Party, PlanFrame, Preparation, Question, Role,
};

use crate::table::table;

table!(Frame, "frame", draft [diary_number, notes]);
table!(Need, "need", draft [seen_by, seen_at_unit, seen_on, description, own_words, areas, main_area, waiting_for, waiting_since, guarantee_on, minor_children, open_care]);
table!(Preparation, "preparation", draft [important, works, hard, change, who, not_raised, way, support, children]);
table!(Party, "party", placed [position, kind, organisation, unit, name, title, phone, address, principal, protection, lives_with, form, reveals]);
table!(
    Meeting,
    "meeting",
    placed [
        position, kind, form, held_on, starts, ends, place, purpose, purpose_kinds, prepare, answer_by, leader, note_taker, own_words,
        situation, situation_kinds, apart, place_reveals, link, interpreter, aids, remind_on, safety, absence, absence_reason
    ]
);
table!(Question, "question", placed [position, meeting, text, kinds]);
table!(Goal, "goal", placed [position, text, term, kinds]);
table!(Measure, "measure", placed [position, goal, text, action, extent, principal, party, unit, person, starts_on, due_on, kinds]);
table!(OtherMeasure, "other_measure", placed [position, goal, text, party, done_by, time, kinds]);
table!(OwnAction, "own_action", placed [position, party, text, kinds]);
table!(OpenQuestion, "open_question", placed [position, text, owner, party, answer_by, solution, kinds]);
table!(Dissent, "dissent", placed [position, whose, text, kinds]);
table!(Crisis, "crisis", placed [position, text, contact, phone, kinds]);
table!(PlanFrame, "plan_frame", draft [overall, no_other_measures, coordinator, coordinator_unit, coordinator_phone, care_contact, care_contact_phone, follow_up_by]);
table!(GoalRating, "goal_rating", draft [meeting, goal, scale, own_scale, note]);
table!(MeasureStatus, "measure_status", draft [meeting, measure, state, done_on, why]);
table!(Form, "form", loose [name, about, content]);
table!(Attendance, "attendance", placed [position, meeting, party, starts, ends, about, kinds]);
table!(AgendaItem, "agenda_item", placed [position, meeting, text, minutes, done]);
table!(Role, "role", placed [position, role, party, name, unit, phone, note]);
table!(OtherPlan, "other_plan", placed [position, kind, text, responsible, party, review_on, kinds]);
table!(Child, "child", draft [custody, custody_note, fb_6_13a, informed, takes_part, opinion, opinion_by, best_interests, best_interests_by, kinds]);
