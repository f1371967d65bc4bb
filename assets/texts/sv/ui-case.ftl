# The words of the screen from the meeting to the closing, and of the pages of a case. Codes and fields stand in terms.ftl.

## Names
party-unnamed = part utan namn
meeting-unnamed = möte

## The meeting
meeting-lead = Här skrivs mötet medan det pågår. Personen talar först. Allt sparas medan ni skriver, och inget här hindrar samtalet.
meeting-none = Inget möte är inlagt
meeting-none-text = Möten läggs in under Kallelse. Ska ni träffas nu kan du börja här.
meeting-add-today = Lägg in ett SIP-möte i dag
meeting-choose = Vilket möte?
meeting-sections = Mötets delar
meeting-course = Mötets gång
meeting-course-waiting = Mötet har inte börjat.
meeting-course-started = Mötet började { $began }. Samsyn låser sig inte medan det pågår.
meeting-course-ended = Mötet började { $began } och slutade { $time }.
meeting-start = Mötet börjar nu
meeting-end = Mötet är slut
meeting-resume = Mötet fortsätter
meeting-change-time = Ändra tid, plats och form
meeting-here = Vilka är här
meeting-words = Personens ord och nuläget
meeting-words-help = Låt personen börja. Skriv så som det sägs.
meeting-before = Det personen har sagt i förväg (för dig som leder mötet)
meeting-questions = Frågor till mötet
meeting-goals = Mål och insatser
meeting-others = Vad andra och personen själv gör
meeting-open = Olöst, och andra meningar
meeting-crisis = Om det blir värre
meeting-read-back = Läs upp planen
meeting-next = Nästa uppföljning
meeting-deviations = Avvikelser

## Who is here
presence-person = personen själv
presence-name = Vem kommer: { $who }
presence-mark-came = Kom
presence-mark-left = Gick
presence-mark-absent-notified = Frånvarande, har hört av sig
presence-mark-absent-silent = Uteblev
presence-back = Är här nu
presence-since = { $what }, { $time }
presence-to-consent = Se samtycket
presence-more = Fler som kom …
presence-more-add = Lägg till

## Those who may not hear everything
limit-title = Alla i rummet får inte höra allt
limit-sentence = { $who } får inte höra om { $kinds }.
limit-consent-now = Samtycke nu
limit-leaves = Går ut en stund
limit-left = { $who } har gått ut en stund.
consent-now-title = Samtycke nu för { $who }
consent-now-ask = Fråga personen, inte den det gäller. Svaret ska vara frivilligt, och ett nej är också ett svar.
consent-now-kinds = Får höra och läsa om
consent-now-valid-to = Gäller till och med
consent-now-until-further-notice = Gäller tills vidare, personen har sagt det uttryckligen
consent-now-taken-by = Antecknas av
consent-now-told = Personen vet att samtycket kan återkallas
consent-now-record = Anteckna muntligt samtycke

## Goals and measures
goal-noun = Mål
goal-add = Lägg till mål
goal-none = Vad vill personen ska bli annorlunda? Börja med ett mål i personens egna ord.
measure-noun = Mål { $number }, insats
measure-noun-loose = Insats utan mål
measure-add = Lägg till: { $noun }
measure-without-goal = Insatser utan mål
measure-who = Vem gör det?
measure-own-unit = Vår egen enhet, { $unit }

## The plan's other lines
other-measures = Åtgärder av andra
other-measure-noun = Åtgärd
other-measure-add = Lägg till åtgärd av någon annan
other-measure-none = Här skrivs vad någon annan än kommunen och regionen gör, till exempel skolan, en förening eller en anhörig.
own-actions = Det personen och närstående gör
own-action-noun = Eget
own-action-add = Lägg till något personen eller en närstående gör
own-action-none = Här skrivs vad personen själv eller någon närstående gör, om de vill.
open-questions-lead = En fråga utan svar hör hemma här, med någon som tar upp den. Den hindrar inte planen.
open-question-noun = Olöst fråga
open-question-add = Lägg till olöst fråga
dissents = Avvikande meningar
dissent-noun = Avvikande mening
dissent-add = Lägg till avvikande mening
dissent-none = Tycker någon annorlunda än planen säger? Skriv det här med deras egna ord.
crisis-noun = Om det blir värre
crisis-add = Lägg till vad man gör och vem man ringer
crisis-none = Skriv vad personen gör om det blir sämre, vem hen ringer och på vilket nummer.

## Read back
read-back-aloud = Visa planen för uppläsning
read-back-nothing = Det finns inget att läsa upp än. Skriv mål och insatser först, så står de här.
read-back-open = Olöst: { $text } ({ $owner })
read-back-overall = Övergripande ansvar: { $principal }
read-back-answer = Personens svar när planen är uppläst
read-back-words = Med personens ord
read-back-words-help = Behövs när svaret är nej eller när personen har en avvikande mening.
read-back-record = Anteckna svaret
read-back-said = Uppläst { $time }: { $answer }.

## The next meeting
next-booked = Bokad: { $meeting }
next-book = Boka uppföljningen
next-one-more = Boka ännu en uppföljning

## Deviations
deviation-form = Avvikelse
deviation-report = Rapportera avvikelse
deviation-other = Anteckna en avvikelse
deviation-none = Ingen avvikelse är antecknad.
deviation-kind = Vad för slags avvikelse?
deviation-on = När?
deviation-event = Vad hände?
deviation-event-absent = { $unit } ({ $name }) var kallad till mötet men uteblev utan besked.
deviation-event-measure = Insatsen ”{ $measure }” ({ $unit }) är inte utförd.
deviation-consequence = Vad betydde det för personen?
deviation-action = Vad gjordes?
deviation-sent-to = Skickas till
deviation-record = Anteckna avvikelsen
deviation-was-sent = skickas till { $to }

## The plan
plan-lead = Här ser du vad planen saknar, fastställer den och ger den till dem som ska ha den.
plan-missing = Vad som fattas
plan-stops = { $count ->
    [one] En sak behövs innan planen kan fastställas
   *[other] { $count } saker behövs innan planen kan fastställas
}
plan-reminds = { $count ->
    [one] En sak är bra att ha med
   *[other] { $count } saker är bra att ha med
}
plan-lawful = Planen har allt som lagen kräver.
plan-whole = Planen i sin helhet
plan-overall-help = En huvudman, aldrig en person.
plan-no-other-measures-help = Markera om ingen utanför kommunen och regionen gör något.
plan-fix-title = Fastställ planen
plan-fix = Fastställ som version { $number }
plan-fix-sure = En fastställd version kan inte ändras. Ändringar blir en ny version.
plan-fix-not-yet = Planen saknar något som lagen kräver och kommer inte att gå att fastställa än.
plan-fixed = Planen är fastställd som version { $number }.
plan-preview = Visa utkastet
plan-preview-hide = Dölj utkastet
plan-unchanged = Inget har ändrats sedan version { $number }.
plan-changes = Ändrat sedan version { $number }
plan-change = Vad har ändrats?
plan-change-help = En mening för den som läser planen. Det står på papperet.
plan-versions = Fastställda versioner
difference-part = Del
difference-before = Före
difference-after = Efter

## A version
version-title = Version { $number }
version-fixed = fastställd { $at } av { $by }
version-is-filed = införd i egen akt
version-hash = Kontrollsumma:
version-changed = Ändringar mot version { $number } ({ $count })
version-hand-out = Lämna ut
version-signed = Underskrifter
version-own-file = Egen akt
signature-add = Anteckna en underskrift
signature-line = { $name }, { $role }, { $on }
signature-name = Vem skrev under?
signature-role = I vilken roll?
signature-on = När?
signature-record = Anteckna underskriften
scan-title = Lägg till det undertecknade papperet
scan-file = Inskannad fil
scan-file-help = PDF, JPEG eller PNG, högst 20 MB.
scan-label = Vad är det?
scan-label-default = Undertecknad plan, version { $number }
scan-add = Lägg till filen
scan-line = { $label }, tillagd { $at }
scan-show = Visa { $label }
scan-hide = Dölj { $label }
filing-on = Införd i egen akt den
filing-reference = Akt- eller diarienummer
filing-record = Anteckna som införd
filing-line = Införd { $on }

## Handing out
handout-show = Visa
handout-hide = Dölj
handout-save = Spara som fil
handout-how = Hur lämnas det: { $what }
handout-hand-over = Anteckna överlämnad
handout-given = { $how } { $at }, av { $by }
handout-done = Antecknat som överlämnat: { $what }
handout-saved = Sparat som fil: { $what }
handout-plan-to = Hela planen till { $who }
handout-own-page = Egen sida på klarspråk till { $who }
handout-copy-to = Kopia till { $who }

## Follow-up
follow-up-lead = Hur har det gått? Skatta målen tillsammans och se vad som blivit av insatserna.
follow-up-none = Ingen uppföljning är bokad
follow-up-none-text = En plan som inte följs upp glöms bort. Boka den här, helst redan på mötet.
follow-up-change = Behöver mål eller insatser ändras, gör det under Möte. Fastställ sedan en ny version.
follow-up-to-meeting = Gå till Möte
sheet-goals = Målen
sheet-no-goals = Planen har inga mål att följa upp.
sheet-no-measures = Planen har inga insatser att följa upp.
sheet-goal = Mål { $number }: { $text }
sheet-own-help = Personens egen bild. Den kan vara en annan.
sheet-measures = Insatserna
sheet-measure = Insats { $number }: { $text }
sheet-held = Uppföljning hållen { $on }
sheet-outcome = Resultat: { $outcome }. Antecknat av { $by }.
sheet-paper-to = Uppföljningen till { $who }
conclude-title = Avsluta uppföljningen
conclude-help = Det ni har skrivit om mål och insatser fryses och går inte att ändra.
conclude-on = Hölls den
conclude-outcome = Vad leder den till?
conclude-record = Avsluta uppföljningen

## Closing
closing-lead = Fråga hur det har varit, och avsluta planen när den har gjort sitt eller personen vill.
closing-title = Avsluta planen
closing-text = En avslutad plan går att läsa men inte att ändra. Personen kan när som helst vilja avsluta.
closing-open = Avsluta planen …
closing-close = Avsluta planen
closing-sure = Det här går inte att ångra. Behövs samordning igen öppnas en ny SIP.
closing-reason = Varför avslutas planen?
closing-on = När?
closing-remains = Vad återstår, och vem svarar för det?
closing-remains-help = Behövs när du väljer ”annat skäl”.
closing-closed = Planen avslutades { $on } av { $by }
closing-paper-to = Avslutet till { $who }
evaluation-title = Utvärdering
evaluation-given = Lämnade utvärderingar
evaluation-question = Fråga
evaluation-new = Fyll i en utvärdering
evaluation-who = Vem svarar?
evaluation-informed = Fick du veta det du behövde före mötet?
evaluation-could-say = Kunde du säga det som var viktigt?
evaluation-right-people = Var rätt personer med?
evaluation-clear-who = Vet du vem som gör vad?
evaluation-felt-safe = Kändes det tryggt?
evaluation-grade-1 = 1, inte alls
evaluation-grade-2 = 2
evaluation-grade-3 = 3
evaluation-grade-4 = 4
evaluation-grade-5 = 5, helt och hållet
evaluation-grade-none = Svarar inte
evaluation-comment = Något mer?
evaluation-record = Anteckna utvärderingen

## Documents
documents-lead = Alla papper i ärendet, och vem som har fått vad.
documents-before = Inför mötet
documents-plan = Planen
documents-after = Efter mötet
document-sip-yes = Ja till SIP
document-preparation = Inför mötet, personens eget blad
document-consents = Samtycken och andra grunder
document-call = { $what }: { $who }, { $meeting }
document-plan = Planen, version { $number }
document-plan-draft = Planen, utkast
document-difference = Ändringar i version { $number }
document-own-page = Egen sida, version { $number }
document-copy = Kopia till { $who }, version { $number }
document-deviation = Avvikelserapport { $day }
document-deviation-to = { $title } till { $who }
document-follow-up = Uppföljning { $day }
document-closing = Avslut
document-disclosures = Utlämnandelogg

## Who got what
log-title = Vem har fått vad
log-table = Utlämnandeloggen som tabell
log-lead = Utlämnandeloggen: varje gång något i ärendet har nått någon, på papper eller i rummet.
log-empty = Inget har lämnats ut än.
log-what = Vad och när
log-version = { $kind }, version { $number }
log-kinds = Fick se
log-everything = allt
log-own-only = bara det egna
log-ground = Grund
log-no-ground-needed = personen själv
log-how = Hur
log-by = av { $by }

## History
history-lead = Vem som gjorde vad, och när. Det nyaste står överst.
history-program = Samsyn
history-undone = ångrat
history-was = var
history-became = blev
history-nothing = (tomt)
history-more = Visa fler ({ $left } kvar)
history-field-party = Part
history-field-meeting = Möte
history-field-version = Version
history-field-kind = Slag
history-field-basis = Grund
history-field-answer = Svar
history-field-direction = Riktning
history-field-scope = Omfattning
history-field-kinds = Slag av uppgifter
history-field-except = Undantaget
history-field-attends = Får kallas och delta
history-field-statement = Uppgift i text
history-field-purpose = Ändamål
history-field-valid-from = Gäller från
history-field-valid-to = Gäller till och med
history-field-manner = Hur
history-field-on = Dag
history-field-from = Från
history-field-taken-by = Antecknat av
history-field-told-of-withdrawal = Har fått veta att det kan återkallas
history-field-told = Hur parterna fick veta
history-field-reason = Skäl
history-field-delivery = Sätt
history-field-reply = Svar
history-field-replacement = Ersättare
history-field-note = Kommentar
history-field-name = Namn
history-field-mark = Händelse
history-field-when = Klockslag
history-field-words = Ord
history-field-number = Nummer
history-field-change = Vad som ändrades
history-field-role = Roll
history-field-label = Beskrivning
history-field-reference = Akt- eller diarienummer
history-field-recipient = Mottagare
history-field-left-out = Något är utelämnat
history-field-event = Händelse
history-field-consequence = Följd för personen
history-field-action = Åtgärd
history-field-sent-to = Skickas till
history-field-outcome = Resultat
history-field-who = Vem
history-field-evaluator = Vem svarar
history-field-informed = Fick veta det som behövdes
history-field-could-say = Kunde säga det viktiga
history-field-right-people = Rätt personer
history-field-clear-who = Vet vem som gör vad
history-field-felt-safe = Kändes tryggt
history-field-comment = Kommentar
history-field-remains = Återstår
history-field-person = Person
history-field-plan-type = Slag av plan
history-field-opened-at = Öppnad

## Statistics
statistics-title = Statistik
statistics-lead = Siffror ur det egna registret. Inga personer visas, men små tal kan ändå peka ut någon: tänk på det innan du visar dem.
statistics-period = Period
statistics-from = Från och med
statistics-to = Till och med
statistics-count = Räkna
statistics-hurt = { $count ->
    [one] Ett ärende kan inte läsas, eftersom något i det har gått förlorat. Det är inte med i siffrorna.
   *[other] { $count } ärenden kan inte läsas, eftersom något i dem har gått förlorat. De är inte med i siffrorna.
}
statistics-between = { $from } – { $to }
statistics-figure = Mått
statistics-number = Antal
statistics-work = Från behov till plan
statistics-follow-up = Uppföljning
statistics-together = Samverkan
statistics-persons = Personer
statistics-persons-means = Personer som fick ett SIP-ärende öppnat under perioden.
statistics-new-sips = Nya planer
statistics-new-sips-means = Ärenden som öppnades under perioden och har en fastställd plan.
statistics-first-meetings = SIP-möten
statistics-first-meetings-means = Första möten som hölls under perioden.
statistics-days-median = Dagar från behov till möte, median
statistics-days-median-means = Hälften av dem som fick sitt första möte under perioden väntade kortare tid än så.
statistics-days-longest = Dagar från behov till möte, längst
statistics-days-longest-means = Den längsta väntan på ett första möte under perioden.
statistics-closed = Avslutade planer
statistics-closed-means = Planer som avslutades under perioden.
statistics-follow-ups = Uppföljningar
statistics-follow-ups-means = Uppföljningar som hölls under perioden.
statistics-follow-ups-in-time = Uppföljningar i tid
statistics-follow-ups-in-time-means = Av dem, de som hölls högst 14 dagar från den bokade dagen.
statistics-goals-rated = Skattade mål
statistics-goals-rated-means = Mål med en gemensam skattning vid periodens senaste uppföljning.
statistics-goals-reached = Uppnådda mål
statistics-goals-reached-means = Av dem, de som skattades som uppnådda (+2).
statistics-called-absent = Kallade som uteblev
statistics-called-absent-means = Kallade parter som uteblev utan besked från ett möte under perioden.
statistics-double-measures = Dubbla insatser
statistics-double-measures-means = Samma insats hos mer än en huvudman i en plan som fastställdes under perioden.
statistics-areas = Insatser efter huvudområde
statistics-areas-means = Insatser i planer vars nyaste version fastställdes under perioden.
statistics-area = Huvudområde
