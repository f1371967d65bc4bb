use super::Fonts;

/// Each of Noto Sans's two weights by itself, so that a bold heading never takes letters from a regular face.
#[test]
fn both_weights_hold_swedish_finnish_and_the_sami_letters() {
    let fonts = Fonts::load().unwrap();
    for face in fonts.faces.iter().take(2) {
        for letter in "ÅåÄäÖöÉéÜüŠšŽžÁáČčĐđŊŋŦŧÏïÆæØøǪǫŃńÂâÕõǤǥǦǧǨǩƷʒǮǯ–—…”’•§½€".chars()
        {
            assert!(face.glyph(letter).is_some(), "{} lacks {letter}", face.name);
        }
    }
}

#[test]
fn both_weights_of_the_other_font_hold_arabic() {
    let fonts = Fonts::load().unwrap();
    for face in fonts.faces.iter().skip(2) {
        for letter in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکی،؛؟٠١٢٣٤٥٦٧٨٩".chars()
        {
            assert!(face.glyph(letter).is_some(), "{} lacks {letter}", face.name);
        }
    }
}
