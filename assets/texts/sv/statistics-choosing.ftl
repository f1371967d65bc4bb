### Att välja bland årets siffror, jämföra med året före, och vad som har lämnats ut.

## Urval

statistics-choose = Vad som visas
statistics-choose-more = Välj kommun, verksamhet, ålder, kön eller område
statistics-choose-all = Alla
statistics-choose-unknown = { $what } inte angivet
statistics-by-activity = verksamhet
statistics-part = Del av året
statistics-part-all = Hela året
statistics-part-first-half = januari–juni
statistics-part-second-half = juli–december
statistics-part-quarter-1 = januari–mars
statistics-part-quarter-2 = april–juni
statistics-part-quarter-3 = juli–september
statistics-part-quarter-4 = oktober–december
statistics-part-help = En del av året tar med det av årets siffror som har sin dag då. Det som räknas en gång om året, som målen vid årets senaste uppföljning, finns bara i den del där den dagen ligger.
statistics-selection = Urval: { $chosen }
statistics-selection-why = Ett urval är bara för skärmen. Det kan inte sparas eller skrivas ut, för bredvid hela årets tabeller kan det visa små tal.
statistics-selection-end = Visa hela { $year }
statistics-tables-chosen = Siffrorna för { $year } visas med urvalet { $chosen }
statistics-empty = Det finns inget att räkna för { $year }
statistics-empty-text = Siffrorna kommer av det som antecknas i ärendena och de första kontakterna: kallelser, möten, planer och uppföljningar. Välj ett annat år ovan.
statistics-empty-chosen = Det finns inget att räkna i urvalet för { $year }
statistics-empty-chosen-text = Inget av det som hände det året stämmer med allt som är valt. Ta bort ett av valen eller välj ett annat år.

## Jämförelse med året före

statistics-before = Jämförelsen är med samma del av { $before }. Skillnaden står bara där båda talen visas.
statistics-before-runs = Jämförelsen är med samma del av { $before }. Perioden pågår än under { $year }, så det mesta är lägre än det blir. Skillnaden står bara där båda talen visas.
statistics-change = Mot { $year }
statistics-change-was = var { $was }
statistics-change-was-of = var { $was } ({ $of })
statistics-change-since = { $change } sedan { $year }
statistics-change-none = oförändrat
statistics-change-count-more = { $by } fler
statistics-change-count-less = { $by } färre
statistics-change-share-more = { $count ->
    [1] upp { $by } procentenhet
   *[other] upp { $by } procentenheter
    }
statistics-change-share-less = { $count ->
    [1] ner { $by } procentenhet
   *[other] ner { $by } procentenheter
    }
statistics-change-days-more = { $count ->
    [1] { $by } dag längre
   *[other] { $by } dagar längre
    }
statistics-change-days-less = { $count ->
    [1] { $by } dag kortare
   *[other] { $by } dagar kortare
    }
statistics-change-number-more = { $by } högre
statistics-change-number-less = { $by } lägre

## Det som har lämnats ut

statistics-give = Lämna ut tabellerna
statistics-given-out = Tabellerna för { $year } lämnades ut senast { $at }. Tal som har ändrats med färre än { $below } sedan dess visas inte, för då skulle skillnaden visa ett litet tal. Det som var dolt då visas inte heller nu.
statistics-runs-give = { $year } pågår än. Vänta helst med att lämna ut tabellerna tills året är slut. Tal som ändras lite efteråt döljs sedan.
log-review-statistics = Läste statistik
log-review-given-out = Lämnade ut statistiken för { $year }
verify-chain-statistics = Vem som har läst statistik, och vad som har lämnats ut
agreement-shown-below = Minsta antal som visas i statistiken
agreement-shown-below-help = Från 3 till 20. Med 5 visas inte tal från 1 till 4 i tabeller som andra läser.

## Första kontakter

statistics-group-contacts = Första kontakter
statistics-by-who = vem som hörde av sig
statistics-code-waiting = Väntar på svar
statistics-def-contacts = Första kontakter
statistics-def-contacts-means = De som hörde av sig under året, efter vad kontakten ledde till. En kontakt som ingen har skrivit något på räknas inte. Kommunen är känd för dem som blev ärenden.
statistics-def-contact-areas = Vad första kontakter gällde
statistics-def-contact-areas-means = Problemområden i de första kontakterna. En kontakt med flera områden räknas i vart och ett av dem.
statistics-def-contact-waited = Dagar från första kontakt till svar
statistics-def-contact-waited-means = Median för de kontakter som har fått svar och där dagen för svaret är antecknad. Räknas det år då någon hörde av sig.
