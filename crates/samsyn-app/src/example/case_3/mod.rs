//! Case 3: a discharge in Överkalix, with opioids. The region calls.

use super::Phase;

/// The case in its phases, each with its name.
pub const CASE_3: &[(&str, Phase)] = &[];
