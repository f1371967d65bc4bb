//! What the page reads before it shows anything is small: what is seldom asked for is read when it is asked for.

/// Bytes of scripts at the start. The calendar, the statistics, the settings and the PDF library are no part of it.
const MOST_SCRIPT: u64 = 750_000;

/// Bytes of style at the start.
const MOST_STYLE: u64 = 260_000;

/// The bytes of the files with an ending that the first page names.
fn read_at_start(ending: &str) -> u64 {
    let built = samsyn_tests::project().join("ui/dist");
    let page = fs_err::read_to_string(built.join("index.html")).unwrap();
    let named = regex::Regex::new(&format!(r#"(?:src|href)="\./(assets/[^"]+\.{ending})""#)).unwrap();
    named.captures_iter(&page).map(|found| fs_err::metadata(built.join(&found[1])).unwrap().len()).sum()
}

#[test]
fn the_start_reads_little() {
    let (script, style) = (read_at_start("js"), read_at_start("css"));
    assert!(script > 0 && script <= MOST_SCRIPT, "{script} bytes of scripts at the start, where {MOST_SCRIPT} are the most");
    assert!(style > 0 && style <= MOST_STYLE, "{style} bytes of style at the start, where {MOST_STYLE} are the most");
}
