//! Case 3, a discharge in Överkalix, as it is told: from D, when Tuomas is admitted, to D+60, when he has moved.

mod afterwards;
mod before;
mod meeting;

use super::carried::Carried;
use samsyn_app::example::CASE_3;

#[test]
fn case_3_from_admission_to_move() {
    let mut case = Carried::of(CASE_3);
    before::the_admission_is_told_without_consent(&mut case);
    before::a_friday_notice_starts_the_clock_over_the_weekend(&mut case);
    before::tuomas_agrees_through_an_interpreter(&mut case);
    before::the_kallelse_goes_out_on_the_last_day(&mut case);
    before::the_meeting_is_moved_and_all_get_the_new_time(&mut case);
    meeting::tuomas_speaks_first_and_has_three_goals(&mut case);
    meeting::what_is_not_settled_becomes_a_question_and_no_measure(&mut case);
    meeting::two_are_there_for_their_part(&mut case);
    meeting::version_1_shows_the_open_question(&mut case);
    afterwards::each_gets_what_they_may_see(&mut case);
    afterwards::the_discharge_is_told(&mut case);
    afterwards::the_question_is_solved_in_version_2(&mut case);
    afterwards::there_is_a_place_for_finnish(&mut case);
    afterwards::a_withdrawal_says_what_stops_and_what_has_gone(&mut case);
    afterwards::the_plan_is_followed_up_by_phone(&mut case);
    afterwards::the_plan_is_closed_by_the_move(&mut case);
    afterwards::all_that_went_out_is_in_the_log(&mut case);
}
