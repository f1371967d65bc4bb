//! Case 2: a seventeen-year-old in Gällivare, with cannabis and school. Elevhälsan sees the need and socialtjänsten calls.

use super::Phase;

/// The case in its phases, each with its name.
pub const CASE_2: &[(&str, Phase)] = &[];
