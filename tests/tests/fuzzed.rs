//! Each reader of bytes from outside, fed with its own good examples made wrong. What is wrong is drawn from one place each
//! time; `cargo xtask fuzz` looks for what nobody has thought of.

use samsyn_tests::fuzzed::{TARGETS, Target};

/// How many wrong examples each target gets beside those that are cut.
const WRONG: usize = 400;
/// How many places an example is cut at.
const CUTS: usize = 150;

/// Numbers that look drawn, the same in each run (SplitMix64).
struct Drawn(u64);

fn number(rng: &mut Drawn, below: usize) -> usize {
    rng.0 = rng.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (rng.0 ^ (rng.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(below.max(1)).unwrap()).unwrap()
}

/// One example made wrong in one to four ways.
fn wrong(rng: &mut Drawn, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[number(rng, seeds.len())].clone();
    for _ in 0..=number(rng, 4) {
        let at = number(rng, bytes.len());
        let end = (at + 1 + number(rng, 24)).min(bytes.len());
        match number(rng, 7) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << number(rng, 8),
            1 if !bytes.is_empty() => bytes[at] = [0, 0xff, b'"', b'{', b'[', b'\n', b'-', b'9'][number(rng, 8)],
            2 => bytes.truncate(at),
            3 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            4 => {
                bytes.drain(at..end);
            }
            5 => {
                let other = &seeds[number(rng, seeds.len())];
                let from = number(rng, other.len());
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => {
                let odd: [&[u8]; 6] =
                    [b"null", b"99999999999999999999", b"[]", "\u{202e}'; DROP TABLE person; --".as_bytes(), b"<script>", b"../../x"];
                bytes.splice(at..at, odd[number(rng, odd.len())].iter().copied());
            }
        }
    }
    bytes
}

fn feed(Target { name, seeds, read }: &Target) {
    let seeds = seeds();
    assert!(!seeds.is_empty() && seeds.iter().all(|seed| !seed.is_empty()), "{name} has no examples");
    for seed in &seeds {
        read(seed);
        let step = (seed.len() / CUTS * seeds.len().min(CUTS)).max(1);
        for end in (0..seed.len()).step_by(step) {
            read(&seed[..end]);
        }
    }
    let mut rng = Drawn(20_280_301);
    for _ in 0..WRONG {
        read(&wrong(&mut rng, &seeds));
    }
}

fn feed_by_name(name: &str) {
    feed(TARGETS.iter().find(|target| target.name == name).unwrap());
}

macro_rules! fed {
    ($($name:ident)+) => {
        $(#[test]
        fn $name() {
            feed_by_name(stringify!($name));
        })+

        #[test]
        fn every_reader_is_fed_here_and_has_a_fuzz_target() {
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, [$(stringify!($name)),+]);
            for name in names {
                let target = samsyn_tests::project().join(format!("fuzz/fuzz_targets/{name}.rs"));
                assert!(fs_err::read_to_string(target).unwrap().contains(&format!("fuzzed::{name}(bytes)")), "{name}");
            }
        }
    };
}

fed! { typed keys header profile logo signed_pdf age_file package county_file changeset catalogue search request }
