//! Papers for tests.

use crate::document::{Block, Document, Letterhead, SignatureKind, SignatureLine};
use chrono::{TimeZone, Utc};

/// A paper with these blocks.
pub(crate) fn paper(blocks: Vec<Block>) -> Document {
    Document {
        title: "Prov".into(),
        language: "sv".into(),
        author: "Östersunds kommun".into(),
        letterhead: Letterhead { contact: "Samuel Permans gata 1, 831 30 Östersund".into(), ..Letterhead::default() },
        created: Utc.with_ymd_and_hms(2026, 11, 21, 12, 0, 0).unwrap(),
        header: "Ärende S-2026-014 · version 1".into(),
        draft: false,
        subject: Some("Plan S-2026-014, version 1".into()),
        large_type: false,
        blocks,
    }
}

/// A paper with each kind of block, on several pages.
pub(crate) fn everything() -> Document {
    let long = "Regionen gör en läkarbedömning och tar ställning till eventuell läkemedelsbehandling. ".repeat(6);
    let row = |number: usize| -> Vec<String> {
        vec![
            format!("Återfallsprevention, tillfälle {number}"),
            "Östersunds kommun".into(),
            "Öppenvården Nexus\nPer Nyström".into(),
            "2026-12-12".into(),
            "2027-03-06".into(),
        ]
    };
    let stroke = (0..60_u8).map(f32::from).map(|i| (i / 60.0, 0.5 + 0.4 * (i * 0.45).sin() * (i * 0.09).cos())).collect();
    paper(vec![
        Block::lead("Här står vad ni kom överens om, vem som gör vad och när det ska vara klart."),
        Block::Facts(vec![
            ("Planen gäller".into(), "Karin Lövgren-Åhs, 19830417-2383".into()),
            ("Möte".into(), "5 december 2026 kl. 13.30–14.30, Nexus, rum 2".into()),
            ("Övergripande ansvar".into(), "Östersunds kommun".into()),
            ("Kontaktperson".into(), "Per Nyström, socialsekreterare, 063-14 30 00".into()),
            ("Nästa uppföljning".into(), String::new()),
        ]),
        Block::notice("I den här kopian är något utelämnat: uppgifter om arbetssituation."),
        Block::heading(1, "Mål"),
        Block::text("Målen står med Karins egna ord."),
        Block::heading(2, "På lång sikt"),
        Block::quote("Jag jobbar mina timmar och mår bra."),
        Block::heading(2, "På kort sikt"),
        Block::quote("Inte dricka på vardagar."),
        Block::quote("Ha någon att ringa på kvällen."),
        Block::heading(1, "Vem gör vad"),
        Block::Table {
            head: ["Insats", "Ansvarig huvudman", "Enhet och person", "Start", "Senast"].map(String::from).to_vec(),
            widths: vec![3.0, 1.8, 2.0, 1.2, 1.2],
            rows: (1..=24).map(row).chain([vec![long.repeat(8)]]).collect(),
            caption: Some("Insatser som kommunen och regionen ansvarar för".into()),
        },
        Block::heading(1, "Det gör jag själv"),
        Block::List(vec!["Ringer Anna före kl. 20 en dålig kväll.".into(), long.clone(), String::new()]),
        Block::text(long),
        Block::WritingLines(3),
        Block::Space,
        Block::note("Lag: 2 kap. 7 § socialtjänstlagen och 16 kap. 4 § hälso- och sjukvårdslagen."),
        Block::PageBreak,
        Block::heading(1, "Underskrifter"),
        Block::Signatures(vec![
            SignatureLine { name: "Karin Lövgren-Åhs".into(), role: "planen gäller".into(), line: SignatureKind::Pen },
            SignatureLine {
                name: "Maria Sundin".into(),
                role: "sjuksköterska, beroendeenheten".into(),
                line: SignatureKind::Drawn { strokes: vec![stroke], at: "2026-12-06 kl. 10.12".into() },
            },
        ]),
    ])
}
