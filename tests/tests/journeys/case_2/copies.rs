//! D+18: version 1, and what each reader finds in their copy of it.

use crate::journeys::carried::{Carried, holds};

/// Every line of the plan, by a word that stands in it and nowhere else.
const LINES: [&str; 10] = [
    "Vara i skolan fyra dagar",
    "Sova på natten",
    "Sluta röka på",
    "Bedömning och behandling",
    "Cannabisprogram för unga",
    "Samtalsstöd",
    "Anpassad studiegång",
    "Skjutsar måndagar",
    "Drogtestet var positivt",
    "slippa vara trött i skolan",
];

pub(super) fn version_1_is_fixed(case: &mut Carried) {
    case.next("version_1");
    assert_eq!(case.see("/case/versions/0/number"), 1);
    assert_eq!(case.see("/case/versions/0/at"), "2027-01-29T14:10:00Z", "D+18");
    let plan = case.paper("plan-version-1");
    holds(&plan, &LINES, &["UTKAST", "070-174 06 41", "Rimfrost"]);
    holds(
        &plan,
        &[
            "Övergripande ansvar Kommunen",
            "sju vuxna som frågar samma sak",
            "Det är bäst för Elias",
            "26 februari 2027",
            "Mikael Mäkitalo: 14.00–14.50",
            "Frånvarande Márjá Tuolja, mormor",
        ],
        &["orosanmäl", "Orosanmäl"],
    );
}

pub(super) fn each_copy_holds_what_its_reader_may_see(case: &mut Carried) {
    case.next("copies_1");
    let seen = |paper: &str| {
        let words = case.paper(paper);
        LINES.iter().copied().filter(|line| words.contains(line)).collect::<Vec<_>>()
    };
    let all_but = |hidden: &[&str]| LINES.iter().copied().filter(|line| !hidden.contains(line)).collect::<Vec<_>>();
    assert_eq!(seen("kopia-mor"), LINES);
    assert_eq!(seen("kopia-far"), all_but(&["Skjutsar måndagar", "Drogtestet var positivt"]));
    assert_eq!(seen("kopia-ungdomsmottagningen"), all_but(&["Skjutsar måndagar"]));
    assert_eq!(seen("kopia-bup"), all_but(&["Skjutsar måndagar", "Drogtestet var positivt"]));
    assert_eq!(seen("kopia-elevhalsan"), ["Vara i skolan fyra dagar", "Anpassad studiegång"]);
    assert_eq!(seen("kopia-mormor"), ["Skjutsar måndagar"]);
    for paper in ["kopia-far", "kopia-bup", "kopia-elevhalsan", "kopia-mormor", "kopia-ungdomsmottagningen"] {
        holds(&case.paper(paper), &["Något är utelämnat"], &["Rimfrost", "070-174 06 41", "skydd"]);
    }
}

/// Who does what and when, whom to call, when we meet again: in plain words and without numbers of law or person.
pub(super) fn elias_own_page_is_plain(case: &mut Carried) {
    holds(
        &case.paper("egen-sida"),
        &["Min plan", "Sova på natten", "Olle Pettersson", "0980-319 210", "Fredag 26 februari 2027 kl. 14.00", "Samtalsstöd"],
        &["20090312", "§", "kap.", "huvudman"],
    );
}
