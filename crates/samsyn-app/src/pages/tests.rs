use super::*;
use samsyn_plan::law;
use std::collections::BTreeSet;

fn words(blocks: &[PageBlock]) -> String {
    let of_runs = |runs: &[Run]| runs.iter().map(|run| run.words.as_str()).collect::<String>();
    let of = |block: &PageBlock| match block {
        PageBlock::Heading { runs, .. } | PageBlock::Paragraph { runs } => of_runs(runs),
        PageBlock::List { items, .. } => items.iter().map(|item| words(item)).collect::<Vec<_>>().join("\n"),
    };
    blocks.iter().map(of).collect::<Vec<_>>().join("\n")
}

fn files(folder: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets").join(folder);
    let names = fs_err::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(".md").map(str::to_owned)).collect()
}

#[test]
fn every_page_comes_with_the_program_and_says_what_it_rests_on() {
    for (folder, pages) in [("knowledge", KNOWLEDGE), ("help", HELP)] {
        assert_eq!(files(folder), pages.iter().map(|(name, _)| (*name).to_owned()).collect());
    }
    // Help says when it was written, and a page of kunskapsstöd when its law was read, where it rests on one.
    let dated = |name: &&(&str, &str)| name.1.contains("{law:");
    for (name, content) in HELP.iter().chain(KNOWLEDGE.iter().filter(dated)) {
        assert!(ShippedPage::read(content).read_on.is_some(), "{name}");
    }
    for (name, content) in KNOWLEDGE.iter().chain(HELP) {
        let page = ShippedPage::read(content);
        assert!(!page.title.is_empty() && !page.markdown.is_empty(), "{name}");
        assert!(!blocks(&page.markdown).is_empty(), "{name}");
        for linked in &page.knowledge {
            assert!(found(KNOWLEDGE, linked).is_some(), "{name} names {linked}");
        }
    }
    for (name, content) in KNOWLEDGE {
        let page = ShippedPage::read(content);
        assert!(page.advice == page.source.is_empty(), "{name} is either advice or has a source");
        assert!(!page.steps.is_empty(), "{name} helps at no step");
    }
}

/// A paragraph that stands in a page would stay there when the law changes.
#[test]
fn no_page_writes_a_paragraph_by_hand_and_each_placeholder_has_one() {
    let law = law::in_force(&crate::assets::law(), NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    for (name, content) in KNOWLEDGE.iter().chain(HELP) {
        let page = ShippedPage::read(content);
        assert!(!page.markdown.contains('§'), "{name} writes a paragraph");
        assert!(!with_law(&page.markdown, &law).contains("{law:"), "{name} asks for a paragraph that is not there");
    }
    let cited = with_law("Se {law:lss_plan}.", &law);
    assert!(cited.starts_with("Se 10 § lagen (1993:387)"), "{cited}");
    assert_eq!(with_law("{law:nothing} {law:", &law), "{law:nothing} {law:");
}

#[test]
fn a_text_becomes_headings_paragraphs_and_lists() {
    let run = |words: &str, strong, emphasis| Run { words: words.to_owned(), strong, emphasis };
    assert_eq!(
        blocks("# En\n\nHej **du** och *jag*.\n\n1. ett\n2. två\n   - a\n"),
        [
            PageBlock::Heading { level: 1, runs: vec![run("En", false, false)] },
            PageBlock::Paragraph {
                runs: vec![
                    run("Hej ", false, false),
                    run("du", true, false),
                    run(" och ", false, false),
                    run("jag", false, true),
                    run(".", false, false)
                ]
            },
            PageBlock::List {
                ordered: true,
                items: vec![
                    vec![PageBlock::Paragraph { runs: vec![run("ett", false, false)] }],
                    vec![
                        PageBlock::Paragraph { runs: vec![run("två", false, false)] },
                        PageBlock::List { ordered: false, items: vec![vec![PageBlock::Paragraph { runs: vec![run("a", false, false)] }]] },
                    ],
                ],
            },
        ]
    );
}

#[test]
fn a_heading_never_skips_a_level() {
    let levels = |text: &str| {
        let level = |block: &PageBlock| if let PageBlock::Heading { level, .. } = block { Some(*level) } else { None };
        blocks(text).iter().filter_map(level).collect::<Vec<_>>()
    };
    assert_eq!(levels("### a\n\n## b\n\n#### c\n\n# d\n"), [1, 1, 2, 1]);
}

#[test]
fn what_would_act_is_only_read() {
    let shown = words(&blocks(
        "<script>alert(1)</script>\n\n<b onclick=x>hej</b> [klicka](javascript:x) [läs](https://exempel.se) ![bild](https://bild.se/x.png)\n",
    ));
    assert!(shown.contains("<script>alert(1)</script>"), "{shown}");
    assert!(shown.contains("klicka läs (https://exempel.se) bild"), "{shown}");
    assert!(!shown.contains("javascript") && !shown.contains("x.png"), "{shown}");
}

#[test]
fn bad_markdown_never_breaks_a_page_nor_loses_its_words() {
    let deep = (0..200).map(|depth| format!("{}- rad {depth}\n", "  ".repeat(depth))).collect::<String>();
    let quoted = format!("{}inuti", "> ".repeat(500));
    for text in ["", "\n\n---\n\n", "# \n", "- \n- \n", "***a", "[x](", "| a | b |\n|---|---|\n| 1 | 2 |", "\u{0}\u{feff}", &deep, &quoted]
    {
        let shown = blocks(text);
        assert!(serde_json::to_string(&shown).is_ok(), "{text}");
        for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 1) {
            assert!(words(&shown).contains(word), "{word} of {text}");
        }
    }
}

#[test]
fn what_stands_above_a_page_is_read() {
    let page = ShippedPage::read(
        "---\ntitle: Tolk: så\nsteps: call, meeting, nothing\nkind: advice\nread: 2026-11-22\nknowledge: tolk, lagen\n---\n\nText\n",
    );
    assert_eq!(page.title, "Tolk: så");
    assert_eq!(page.steps, [Step::Call, Step::Meeting]);
    assert!(page.advice);
    assert_eq!(page.read_on, NaiveDate::from_ymd_opt(2026, 11, 22));
    assert_eq!(page.knowledge, ["tolk", "lagen"]);
    assert_eq!(page.markdown, "Text");
    assert_eq!(ShippedPage::read("---\ntitle: x").markdown, "---\ntitle: x");
}
