#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| samsyn_tests::fuzzed::county_file(bytes));
