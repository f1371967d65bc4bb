### Årets statistik som diagram, på papper och som kalkylblad.

## Diagram

plot-nothing = Det finns inget att räkna.
plot-highest = Högst: { $name }, { $value }.
plot-lowest = Lägst: { $name }, { $value }.
plot-most = Flest: { $name }, { $value }.
plot-fewest = Minst: { $name }, { $value }.
plot-and = {" "}och{" "}
plot-whole = Alla tillsammans: { $value }.
plot-untold = Siffror som inte visas: { $count } av { $of }.
plot-title = Diagram: { $name }

## Papperet

paper-statistics-title = Statistik över SIP { $year }
paper-statistics-lead = Arbetet med SIP under { $year } i siffror, att visa för andra. Inga personer nämns. Tal från 1 till { $most } visas inte, och inte heller det som de skulle gå att räkna ut ur.
paper-statistics-lead-unfinished = Året är inte slut. Siffrorna räknas på det som hade hänt den { $day }.
paper-statistics-controller = Personuppgiftsansvarig
paper-statistics-unit = Enhet
paper-statistics-day = Räknat den
paper-statistics-limit = Minsta tal som visas
paper-statistics-hurt = Ärenden som inte kunde läsas och inte är med
paper-statistics-reading = Så läses siffrorna
paper-statistics-few = "Färre än { $below }" är ett tal från 1 till { $most }. "För få" står i stället för en andel, ett medelvärde eller en median av så få.
paper-statistics-hidden = "Visas inte" döljer ett tal som andra små tal annars kunde räknas ut ur.
paper-statistics-none = "–" betyder att det inte finns något att räkna.
paper-statistics-of = Bredvid en andel står täljaren och nämnaren: "20 av 30" är 20 räknade av 30 möjliga. Bredvid ett medelvärde eller en median står hur många det är räknat på.
paper-statistics-adding = Antal, täljare och nämnare från flera organisationer går att lägga ihop när måttet har samma version. Andelar, medelvärden och medianer går inte att lägga ihop, och inte tal som inte visas.
paper-statistics-twice = Varje person räknas i varje organisation för sig. En person som är känd hos både kommunen och regionen räknas två gånger i en summa för länet.
paper-statistics-bars = I diagrammen är staplarna i samma skala inom varje tabell. Stapeln för alla tillsammans är ofylld, och den streckade linjen visar hur långt den når. Antalet för alla tillsammans har ingen stapel. Tal som inte visas har ingen stapel.
paper-statistics-empty = Det fanns inget att räkna under året.
paper-statistics-part = { $by } (del { $part } av { $parts })

## På sidan och som fil

statistics-report = Årets statistik på papper
statistics-report-help = Alla mått med vad de räknar, diagram och tabeller. Små tal är dolda på papperet också.
statistics-report-file = sip-statistik-{ $year }.pdf
statistics-workbook = Spara som kalkylblad (XLSX)
statistics-workbook-file = sip-statistik-{ $year }.xlsx
statistics-workbook-help = Samma tal och koder som i CSV-filen, med ett blad som säger vad varje mått räknar.
statistics-workbook-figures = Siffror
statistics-workbook-definitions = Definitioner
statistics-workbook-code = Kod
statistics-workbook-version = Version
statistics-workbook-since = Gäller från
statistics-workbook-name = Mått
statistics-workbook-means = Vad det räknar
statistics-workbook-source = Varför det finns
