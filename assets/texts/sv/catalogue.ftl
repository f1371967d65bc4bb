# Vart vänder man sig: enheter som man kan vända sig till, gränsdragningen mellan huvudmännen, och filer för kalkylprogram.

## Koder
catalogue-kind-unit = enhet
catalogue-kind-demarcation = gränsdragning
approach-self-referral = Man kan söka hjälp själv
approach-referral = Det krävs remiss eller beslut
approach-either = Man kan söka hjälp själv eller få remiss
answered-by-municipality = kommunen
answered-by-region = regionen
answered-by-both = kommunen och regionen, var sin del
answered-by-agreement = det bestäms i varje ärende
row-fault-empty = Cellen är tom.
row-fault-unknown-code = Det som står i cellen är ingen kod som programmet känner till.
row-fault-too-many-cells = Raden har fler celler än filen har kolumner.
row-fault-twice = En tidigare rad i filen handlar om samma sak.

## Fält
field-unit-kind = Vad är det för slags enhet?
field-unit-organisation = Organisation
field-unit-unit = Enhetens namn
field-unit-phone = Telefon
field-unit-does = Det här gör enheten
field-unit-does-not = Det här gör enheten inte
field-unit-ages-from = Från ålder
field-unit-ages-to = Till och med ålder
field-unit-areas = Områden
field-unit-municipality = Kommun
field-unit-hours = Öppettider
field-unit-address = Adress
field-unit-obstacles = Trappor, dörrar och annat på vägen dit
field-unit-digital = Digitala vägar
field-unit-web = Webbplats
field-unit-email = E-post
field-unit-approach = Hur kommer man dit?
field-unit-approach-note = Bra att veta om det
field-unit-source = Källa
field-unit-checked-on = Kontrollerad den
field-demarcation-action = Slag av insats
field-demarcation-area = Område
field-demarcation-ages-from = Från ålder
field-demarcation-ages-to = Till och med ålder
field-demarcation-answered-by = Vem svarar för insatsen?
field-demarcation-text = Så står det
field-demarcation-source = Källa
field-demarcation-since = Gäller sedan

## Sidan Vart vänder man sig?
catalogue-title = Vart vänder man sig?
# In the main menu, where all has to stand on one row.
catalogue-menu = Vart vända sig?
catalogue-lead = Enheter och föreningar som den enskilde, närstående och personal kan vända sig till.
catalogue-search = Sök på namn, på vad enheten gör eller på område
catalogue-search-help = Stora och små bokstäver spelar ingen roll, och du kan skriva utan prickar.
catalogue-filters = Begränsa urvalet
catalogue-municipality = Kommun
catalogue-age = Ålder
catalogue-age-help = Antal år
catalogue-area = Område
catalogue-kind = Slag
catalogue-ended = Visa också avslutade
catalogue-count = { $count ->
    [0] Ingen enhet passar.
    [one] 1 enhet.
   *[other] { $count } enheter.
}
catalogue-none = Ingen enhet passar
catalogue-none-text = Pröva ett annat ord eller ta bort någon begränsning.
catalogue-empty = Katalogen är tom
catalogue-empty-text = Lägg till enheterna i länet en och en, eller läs in dem från en fil.
catalogue-empty-read = Den som är samordnare eller administratör lägger till enheter.
catalogue-add = Lägg till en enhet
catalogue-added = En ny enhet är tillagd. Skriv dess namn.
catalogue-edit = Ändra
catalogue-edit-done = Klar
catalogue-end = Avsluta
catalogue-restore = Ta upp igen
catalogue-end-done = { $name } är avslutad och föreslås inte längre.
catalogue-restored = { $name } finns i katalogen igen.
catalogue-ended-on = Avslutad { $day }
catalogue-undone = Den senaste ändringen i katalogen är ångrad.
catalogue-redone = Ändringen i katalogen är gjord igen.
catalogue-unnamed = Enhet utan namn
catalogue-more = Visa fler enheter
catalogue-print-list = Listan på papper
catalogue-print-list-text = { $count ->
    [one] Enheten ovanför, att ge den som behöver den i handen.
   *[other] De { $count } enheterna ovanför, att ge den som behöver dem i handen.
}
catalogue-paper-file = vart-vander-man-sig.pdf
catalogue-to-demarcation = Gränsdragning
catalogue-to-units = Enheter
catalogue-pages = Katalogens delar

unit-does = Gör
unit-does-not = Gör inte
unit-ages = Ålder
unit-ages-from = Från { $from } år
unit-ages-to = Till och med { $to } år
unit-ages-between = { $from }–{ $to } år
unit-areas = Områden
unit-municipality = Kommun
unit-phone = Telefon
unit-hours = Öppet
unit-address = Adress
unit-obstacles = På vägen dit
unit-ways = Digitalt
unit-approach = Så kommer man dit
unit-source = Källa
unit-checked = kontrollerad { $day }
unit-form-what = Vad och för vem
unit-form-reach = Så når man enheten
unit-form-known = Varifrån uppgifterna kommer
unit-does-help = Skriv så att den som behöver hjälp förstår.
unit-does-not-help = Det som många tror att enheten gör. Skriv gärna vem som gör det i stället.
unit-ages-help = Lämna tomt om det inte finns någon gräns.
unit-municipality-help = Lämna tomt om enheten finns till för hela länet.
unit-obstacles-help = Trappsteg, hiss, tunga dörrar, hörslinga, väg från hållplatsen.
unit-digital-help = Videobesök, e-tjänst, chatt.
unit-source-help = Vem har sagt det, eller var står det?

## Filer
catalogue-file-title = Till och från en fil
catalogue-file-lead = En CSV-fil öppnas i Excel och andra kalkylprogram. Ändra i den, spara den som CSV UTF-8 och läs in den igen.
catalogue-file-save = Spara som CSV
catalogue-file-name-unit = enheter.csv
catalogue-file-name-demarcation = gransdragning.csv
catalogue-file-choose = CSV-fil att läsa in
catalogue-file-choose-help = Inget skrivs förrän du har sett vad som skulle ändras.
catalogue-file-look = Läs filen
catalogue-file-columns = Kolumner och koder i filen
catalogue-file-columns-lead = Första raden i filen har kolumnernas namn. Kolumnen { $needed } måste finnas. En kolumn som saknas lämnar det som står orört. Flera områden skrivs i samma cell med komma emellan.
catalogue-file-column = Kolumn
catalogue-file-meaning = Betyder
catalogue-file-codes = Koder
catalogue-file-preview = Så här skulle det bli
catalogue-file-summary = Nya: { $added }. Ändrade: { $changed }. Står redan så: { $same }.
catalogue-file-nothing = Det finns inget nytt i filen.
catalogue-file-rows = Rader som kan läsas in
catalogue-file-row = Rad
catalogue-file-what = Vad
catalogue-file-change = Ändring
catalogue-file-change-added = Ny
catalogue-file-change-changed = Ändras
catalogue-file-change-same = Står redan så
catalogue-file-faults = Rader som inte kan läsas in
catalogue-file-faults-text = De här raderna lämnas utanför. Rätta dem i filen och läs in den igen; det som redan står så skrivs inte två gånger.
catalogue-file-fault-column = Kolumn
catalogue-file-fault-what = Vad är fel
catalogue-file-fault-cell = Det står
catalogue-file-unknown = De här kolumnerna känns inte igen och lämnas utanför: { $columns }.
catalogue-file-take = { $count ->
    [one] Läs in 1 rad
   *[other] Läs in { $count } rader
}
catalogue-file-taken = Filen är inläst. Nya: { $added }. Ändrade: { $changed }.
catalogue-file-other = Välj en annan fil

## Gränsdragning
demarcation-title = Gränsdragning
demarcation-lead = Vem svarar för vilken insats, enligt er egen överenskommelse. Här står bara det som någon hos er har skrivit in, med källa.
demarcation-use = När en insats får en ansvarig i planen står det som gäller här som ett förslag med sin källa. Det fylls aldrig i av sig självt.
demarcation-none = Inget är inskrivet än
demarcation-none-text = Skriv in det som er överenskommelse säger, rad för rad. Till dess föreslår programmet ingenting.
demarcation-add = Lägg till en rad
demarcation-added = En ny rad är tillagd.
demarcation-any-action = Ingen bestämd insats
demarcation-any-area = Alla områden
demarcation-action-help = En rad utan slag av insats kan läsas här men föreslår ingenting.
demarcation-area-help = Lämna tomt om det gäller vilket område som helst.
demarcation-text-help = Överenskommelsens egna ord.
demarcation-source-help = Överenskommelsens namn, avsnitt och sida.
demarcation-unfinished = Vem som svarar är inte ifyllt.
demarcation-who = Svarar för insatsen
demarcation-ended = Raden är avslutad och föreslår ingenting.
demarcation-restored = Raden gäller igen.
demarcation-since = sedan { $day }

owner-suggestion = Enligt er gränsdragning: { $who }.
owner-suggestion-source = Källa: { $source }.
owner-suggestion-no-source = Ingen källa är antecknad.
owner-suggestion-take-municipality = Välj kommunen
owner-suggestion-take-region = Välj regionen
owner-suggestion-taken = { $who } är vald som ansvarig.

## Part väljs i katalogen
unit-choice-title = Lägg till en enhet i katalogen som part
unit-choice-search = Sök i katalogen
unit-choice-search-help = Skriv en del av namnet, vad enheten gör eller ett område.
unit-choice-suggested = Föreslagna
unit-choice-found = Träffar
unit-choice-count = { $count ->
    [0] Ingen enhet i katalogen passar. Lägg till parten för hand nedanför.
    [one] 1 enhet passar.
   *[other] { $count } enheter passar.
}
unit-choice-add = Lägg till
unit-choice-added = { $unit } är tillagd som part.
unit-choice-more = Visa fler

## Papperet
paper-units-title = Vart du kan vända dig
paper-units-lead = Här står vart du kan vända dig och hur du kommer i kontakt.
paper-units-none = Ingen enhet är vald.
paper-units-unknown = Fråga den som gav dig papperet hur du kommer i kontakt.
paper-units-unnamed = Enhet utan namn
paper-units-day = Utskrivet { $day }. Uppgifterna kan ha ändrats sedan dess.
paper-units-organisation = Hör till
paper-units-phone = Telefon
paper-units-hours = Öppet
paper-units-does = Gör
paper-units-does-not = Gör inte
paper-units-areas = Områden
paper-units-ages = Ålder
paper-units-municipality = Kommun
paper-units-approach = Så kommer du dit
paper-units-address = Adress
paper-units-obstacles = På vägen dit
paper-units-ways = Webb och e-post
paper-units-source = Källa

## Fel
error-table-too-large = Filen är för stor. En fil med enheter är högst 4 MB.
error-table-not-utf8 = Filen är inte sparad som text i UTF-8. Välj Spara som och CSV UTF-8 i kalkylprogrammet.
error-table-empty = Filen är tom.
error-table-column-missing = Filen saknar kolumnen { $column }. Första raden ska ha kolumnernas namn.

## Kommandon, för den som läser historiken och loggen
command-catalogue-show = visade katalogen
command-catalogue-add = lade till i katalogen
command-catalogue-set = ändrade i katalogen
command-catalogue-end = avslutade i katalogen eller tog upp igen
command-catalogue-undo = ångrade i katalogen
command-catalogue-redo = gjorde om i katalogen
command-catalogue-read-file = läste en fil för katalogen
command-catalogue-take-in = läste in en fil i katalogen
command-catalogue-export = sparade katalogen som fil
command-catalogue-print = skrev ut enheter
command-store-places = hämtade kommuner och regioner
