//! Random numbers that are the same for the same seed.

/// The variable that begins another run's random numbers at the place where one failed.
pub const SEED_VARIABLE: &str = "SAMSYN_FAULTS_SEED";

/// Where every run begins unless it is told otherwise, so that a change is judged by what it changes.
const SEED: u64 = 20_280_301;

/// SplitMix64: small, and good enough to choose where to cut.
#[derive(Clone, Debug)]
pub struct Random(u64);

/// The seed of this run. It is told at once; a test's words are shown only where it fails.
///
/// # Panics
/// When the variable holds no number.
pub fn seed() -> u64 {
    let seed = std::env::var(SEED_VARIABLE).map_or(SEED, |seed| seed.parse().unwrap());
    eprintln!("begins at {SEED_VARIABLE}={seed}");
    seed
}

impl Random {
    /// Numbers that follow from a seed and the name of what they are for.
    pub fn of(seed: u64, what: &str) -> Self {
        Self(what.bytes().fold(seed, |mixed, byte| mixed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)))
    }

    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another, which is not 0.
    ///
    /// # Panics
    /// Never: what is below a `usize` is one.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next_number() % u64::try_from(limit).unwrap()).unwrap()
    }

    /// Whether the one of so many cases has come up.
    pub fn one_in(&mut self, cases: usize) -> bool {
        self.below(cases) == 0
    }

    /// One of a list.
    ///
    /// # Panics
    /// When the list is empty.
    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        list.get(self.below(list.len())).unwrap()
    }
}
