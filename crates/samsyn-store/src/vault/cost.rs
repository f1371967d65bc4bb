//! What it costs to make a key from what a person remembers.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The cost of making a key from a secret (Argon2id, RFC 9106). It is kept with every slot that it made, and bound into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// The time that one guess should take at least, and that an unlocking may take.
const AIM: Duration = Duration::from_millis(500);
/// The most memory that is asked for, in KiB: 256 MiB.
const MOST: u32 = 256 * 1024;

impl Cost {
    /// The least for what a person chose and remembers: 64 MiB and 3 passes. The crate's own tests are spared the price.
    pub const LEAST: Self =
        if cfg!(test) { Self { memory_kib: 64, passes: 1, lanes: 1 } } else { Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 } };
    /// For a secret of 160 random bits, which no cost makes easier or harder to guess.
    pub(crate) const RANDOM: Self = Self { memory_kib: if cfg!(test) { 64 } else { 8 * 1024 }, passes: 1, lanes: 1 };

    /// The cost that suits this computer: [`Self::LEAST`] is tried once, and its memory doubled, up to four times as much,
    /// while a guess stays under half a second.
    pub fn measured() -> Self {
        let begun = Instant::now();
        // What cannot be derived here cannot be at a higher cost either.
        match Self::LEAST.derive(b"measured", &[0; 16]) {
            Some(_) => Self::for_least_of(begun.elapsed()),
            None => Self::LEAST,
        }
    }

    /// The cost for a computer on which [`Self::LEAST`] takes this long.
    pub(crate) fn for_least_of(least: Duration) -> Self {
        let doublings = (1..=2).take_while(|doubling| least * (1 << doubling) <= AIM).count();
        Self { memory_kib: (Self::LEAST.memory_kib << doublings).min(MOST), ..Self::LEAST }
    }

    /// 32 bytes out of `secret`, or `None` where the cost is one that Argon2 does not have.
    pub(crate) fn derive(self, secret: &[u8], salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()?;
        let mut derived = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(secret, salt, derived.as_mut_slice()).ok()?;
        Some(derived)
    }

    /// The cost as it is bound into a slot.
    pub(crate) fn bound(self) -> String {
        format!("argon2id {} {} {}", self.memory_kib, self.passes, self.lanes)
    }
}
