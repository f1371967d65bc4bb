### Åtkomstloggen: vem som har haft ett ärende öppet, utdraget till personen, och loggkontrollen.

## Kommandon och fel

command-access-list = läste vem som har haft ärendet öppet
command-access-openings = läste åtkomstloggen
command-access-reviews = läste loggkontrollerna
command-access-review = antecknade en loggkontroll
error-opening-not-logged = Uppgifterna visas inte, för det gick inte att anteckna i åtkomstloggen att de öppnas. Oftast beror det på att disken är full. Gör plats och försök igen. Det som var sparat finns kvar.
field-log-review-reviewer = Vem som gjorde kontrollen
field-log-review-from = Från och med
field-log-review-to = Till och med
field-log-review-looked-at = Vad som granskades
field-log-review-finding = Vad kontrollen visade
field-log-review-next-on = Nästa kontroll

## Sidan "Tillgång" i ärendet

case-page-access = Tillgång
case-access-lead = Här står vem som får öppna ärendet, och vem som har haft det öppet.
access-lead = Här står vem som har haft ärendet öppet i det här programmet, och när. Innehållet i ärendet står inte här. Listan går inte att ändra, och den finns kvar även om ärendet förstörs.
access-once = Det som samma person gör i ärendet inom en kvart räknas som en och samma öppning.
access-table = Vem har haft ärendet öppet
access-when = När
access-who = Vem
access-what = Vad
access-case = Öppnade ärendet
access-protected = Öppnade skyddade uppgifter om { $whose }
access-reason = Skäl: { $reason }
access-more = Visa fler ({ $left } kvar)
access-extract-title = Till personen
access-extract-text = Utdraget nedan är till personen och ingen annan. Där står också vem som har haft den första kontakten och personens egen sida öppen. Skälen till att skyddade uppgifter har öppnats står inte på det.
access-extract-moved = Ärendet har stått på fel person. Öppningarna av ärendet från den tiden står i listan ovan, men inte på utdraget.
access-extract-away = En kollega har ärendet nu. Du kan visa utdraget här, men det kan lämnas ut först när ärendet är tillbaka.
access-not-intact = Listan stämmer inte med sin historik
access-not-intact-text = Något har ändrats i åtkomstloggen utanför programmet, så listan och utdraget kan vara fel. Kontrollera hela registret under Inställningar, och be it-stödet om hjälp.

## Utdraget på papper

document-access-extract = Vem har läst i ärendet
disclosure-kind-access-extract = utdrag över vem som har läst
paper-access-title = Vem har läst
paper-access-lead = Här står vem som har haft ditt ärende, den första kontakten eller sidan med dina uppgifter öppen hos oss, och när.
paper-access-scope = Listan gäller { $unit } och det program som vi skriver din plan i. Den visar att någon har haft något av det öppet, men inte vad som lästes. Vem som har fått uppgifter på papper eller på annat sätt står i utlämnandeloggen, som du också kan få.
paper-access-none = Ingen har haft något av det öppet.
paper-access-ask = Undrar du varför någon har läst, eller tror du att någon har läst som inte borde? Säg det till oss, så tar vi reda på det.
paper-access-law = Du har rätt att få veta vem som har haft åtkomst till dina uppgifter (8 kap. 5 § patientdatalagen).
paper-access-column-who = Vem
paper-access-column-title = Titel
paper-access-column-what = Vad
paper-access-case = Ärendet
paper-access-page = Personens uppgifter
paper-access-contact = Den första kontakten

## Loggkontroll, under Inställningar

log-review-title = Loggkontroll
log-review-lead = Att någon läser i ett ärende ska gå att följa och kontrolleras regelbundet. Se efter vem som har öppnat vilka ärenden och vem som har fått tillgång, och skriv vad kontrollen visade. En kontroll går inte att ändra i efterhand.
log-review-settings = Här ser du vem som har öppnat vilka ärenden, och antecknar att loggen har kontrollerats.
log-review-open = Gå till loggkontroll
log-review-period = Se efter i loggen
log-review-show = Visa loggen
log-review-count = { $count ->
    [0] Inget står i loggen de dagarna.
    [one] En händelse.
   *[other] { $count } händelser.
    }
log-review-protected = Öppnade skyddade uppgifter. Skäl: { $reason }
log-review-given = Gav { $whom } tillgång. Skäl: { $reason }
log-review-taken = Valde själv att ta del av ärendet. Skäl: { $reason }
log-review-ended = Avslutade tillgången för { $whom }. Skäl: { $reason }
log-review-user = Ändrade vad { $whom } får göra eller arbetar med
log-review-to-self = Gäller den som gjorde det
log-review-case = Vad
log-review-erased = Utplånat ärende
log-review-record = Anteckna kontrollen
log-review-send = Spara kontrollen
log-review-saved = Kontrollen är antecknad.
log-review-reviewer = Vem gjorde kontrollen?
log-review-from = Från och med
log-review-to = Till och med
log-review-looked-at = Vad granskades?
log-review-looked-at-help = Till exempel: var tionde öppning, alla öppningar på kvällar och helger, eller alla öppningar av ett visst ärende.
log-review-finding = Vad visade kontrollen?
log-review-finding-help = Skriv inga uppgifter om personen som ärendet gäller. Skriv ärendets nummer i stället.
log-review-next-on = När ska nästa kontroll göras?
log-review-done = Gjorda kontroller
log-review-none = Ingen kontroll är antecknad än.
log-review-line = { $from } till { $to }, av { $reviewer }
log-review-entered = Antecknad { $at } av { $by }.
log-review-next-line = Nästa kontroll: { $day }
log-review-never-made = Åtkomstloggen har aldrig kontrollerats
log-review-day-came = Det är dags att kontrollera åtkomstloggen ({ $day })
log-review-why = Loggen över vem som har öppnat ärenden ska kontrolleras regelbundet, och varje kontroll ska antecknas.
