//! Case 2, a seventeen-year-old in Gällivare, as it is told: from D, when elevhälsan sees the need, to D+46, when the plan is
//! revised. His mother has skyddad folkbokföring, and his father may not know the test result.

mod before;
mod calling;
mod copies;
mod following;
mod leaks;
mod meeting;

use samsyn_app::example::CASE_2;

use super::carried::Carried;

#[test]
fn case_2_from_need_to_the_second_version() {
    let mut case = Carried::of(CASE_2);
    before::the_school_sees_the_need_and_the_social_services_call(&mut case);
    before::what_would_reveal_sara_is_hidden(&mut case);
    before::a_judgement_and_no_count_says_whose_consent_is_needed(&mut case);
    before::mikael_has_not_answered_and_that_stops_nothing(&mut case);
    before::each_party_has_a_ground_of_its_own(&mut case);
    before::the_test_result_stays_with_its_owner(&mut case);
    before::mikael_answers_by_himself(&mut case);
    calling::it_is_asked_whether_sara_and_mikael_meet(&mut case);
    calling::saras_phone_is_opened_by_a_named_handler_and_logged(&mut case);
    calling::each_is_called_in_their_own_way(&mut case);
    calling::the_fathers_invitation_tells_nothing_of_the_mother(&mut case);
    calling::the_calendar_file_tells_no_name(&mut case);
    calling::they_answer(&mut case);
    meeting::they_come_and_the_leader_sees_who_may_not_hear_what(&mut case);
    meeting::elias_speaks_first(&mut case);
    meeting::double_work_is_pointed_at_and_solved(&mut case);
    meeting::the_school_is_no_huvudman(&mut case);
    meeting::mikael_leaves_and_elias_says_yes(&mut case);
    copies::version_1_is_fixed(&mut case);
    copies::each_copy_holds_what_its_reader_may_see(&mut case);
    copies::elias_own_page_is_plain(&mut case);
    following::the_follow_up_finds_what_was_not_done(&mut case);
    following::the_birthday_is_told_in_advance(&mut case);
    following::the_deviation_is_told(&mut case);
    following::version_2_says_what_it_changed(&mut case);
    following::on_his_birthday_only_his_own_yes_counts(&mut case);
    following::the_figures_count_the_case(&mut case);
    following::a_person_can_read_the_history(&mut case);
    following::the_store_is_whole(&mut case);
}

/// Every paper of the case for everybody who could get one, and every calendar file, searched.
#[test]
fn nothing_that_tells_where_sara_is_leaves_the_program() {
    let mut case = Carried::of(CASE_2);
    for (phase, _) in CASE_2 {
        case.next(phase);
    }
    leaks::no_paper_tells_where_she_is_or_that_she_is_protected(&mut case);
    leaks::no_calendar_file_does_either(&mut case);
    leaks::no_view_does_either(&mut case);
    leaks::no_record_knows_of_an_orosanmalan(&mut case);
}
