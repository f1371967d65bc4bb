//! Case 2: a seventeen-year-old in Gällivare, with cannabis and school. Elevhälsan sees the need and socialtjänsten calls.

mod agreeing;
mod call;
mod copies;
mod follow_up;
mod meeting;
mod need;
mod plan;
mod start;

use super::Phase;

/// The case in its phases, each with its name.
pub const CASE_2: &[(&str, Phase)] = &[
    ("first_start", start::first_start),
    ("local_agreement", start::local_agreement),
    ("need", need::need),
    ("parties", need::parties),
    ("judgement", agreeing::judgement),
    ("elias_and_sara_answer", agreeing::elias_and_sara_answer),
    ("consents", agreeing::consents),
    ("saras_consents", agreeing::saras_consents),
    ("what_mikael_may_know", agreeing::what_mikael_may_know),
    ("mikael_answers", agreeing::mikael_answers),
    ("meeting_planned", call::meeting_planned),
    ("sara_is_reached", call::sara_is_reached),
    ("calls", call::calls),
    ("replies", call::replies),
    ("meeting_begins", meeting::begins),
    ("elias_speaks", meeting::elias_speaks),
    ("goals", plan::goals),
    ("measures", plan::measures),
    ("double_work_is_solved", plan::double_work_is_solved),
    ("measures_by_others", plan::measures_by_others),
    ("responsibility", plan::responsibility),
    ("mikael_leaves", meeting::mikael_leaves),
    ("read_back", meeting::read_back),
    ("version_1", copies::version_1),
    ("copies_1", copies::of_version_1),
    ("follow_up", follow_up::held),
    ("deviation", follow_up::deviation),
    ("version_2", follow_up::version_2),
    ("copies_2", copies::of_version_2),
];
