//! Case 1, an adult in Östersund, as it is told: from D, when the need is seen, to D+140, when the plan is closed.

mod afterwards;
mod before;
mod closing;
mod meeting;

use super::carried::Carried;

#[test]
fn case_1_from_need_to_closing() {
    let mut case = Carried::begin();
    before::the_need_is_seen_and_karin_wants_a_plan(&mut case);
    before::a_yes_to_sip_opens_nothing(&mut case);
    before::consent_is_given_party_by_party(&mut case);
    before::two_are_called_two_invited_and_karin_gets_a_letter(&mut case);
    before::they_answer(&mut case);
    meeting::eva_stays_away_without_a_word(&mut case);
    meeting::the_leader_sees_who_may_not_hear_of_medicines(&mut case);
    meeting::the_plan_waits_for_the_four_contents(&mut case);
    meeting::karin_says_yes_to_what_is_read_back(&mut case);
    afterwards::the_deviation_is_told(&mut case);
    afterwards::version_1_never_changes(&mut case);
    afterwards::signatures_are_bound_to_the_version(&mut case);
    afterwards::each_gets_what_their_ground_opens(&mut case);
    afterwards::the_plan_is_filed(&mut case);
    afterwards::version_2_says_what_it_changed(&mut case);
    closing::the_plan_is_followed_up_in_time(&mut case);
    closing::the_plan_is_closed(&mut case);
    closing::everything_that_went_out_is_in_the_log(&mut case);
    closing::the_figures_count_the_case(&mut case);
    closing::the_tables_of_the_year_tell_nothing_of_one_case(&mut case);
    closing::a_person_can_read_the_history(&mut case);
    closing::undo_takes_no_act_away(&mut case, 3);
    closing::the_store_is_whole(&mut case);
}

/// On the day of the meeting: twenty-two things were written since its calls went out.
#[test]
fn undo_in_the_meeting_takes_back_what_was_written_and_nothing_that_was_done() {
    closing::undo_takes_no_act_away(&mut Carried::through("read_back"), 22);
}
