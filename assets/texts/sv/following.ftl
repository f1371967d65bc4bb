### Återkallelse, uppföljning, avvikelser, vem som fått vad, makulering och anmälan. Samma mönster som terms.ftl.

## Koder, händelser och fel
disclosure-kind-withdrawal = återkallelse
task-deviation-unanswered = Svar på avvikelse saknas från { $about }
task-why-deviation-unanswered = En avvikelse är till för att något ska bli bättre. Fråga hur det går, och anteckna svaret.
command-deviation-answer = antecknade svar på en avvikelse
command-annulment-record = makulerade
error-already-annulled = Det är redan makulerat.

## Återkallelse på papper
paper-withdrawal-title = Återkallelse
paper-withdrawal-lead = Ett samtycke, eller en annan grund för att lämna uppgifter, är återkallat. Här står vad det betyder, och vad som redan har lämnats.
paper-withdrawal-from = Gäller från
paper-withdrawal-told = Så fick parten veta det
paper-withdrawal-manner = Hur det sades
paper-withdrawal-closed = Det här lämnas inte ut längre
paper-withdrawal-shut = Allt ur planen.
paper-withdrawal-meeting = Parten kan inte kallas till eller vara med på mötet { $meeting }.
paper-withdrawal-meeting-called = Parten är kallad till mötet { $meeting }, men kan inte vara med.
paper-withdrawal-copy = Kopior av planen, version { $version }.
paper-withdrawal-copy-less = Delar av planen, version { $version }. En ny kopia innehåller mindre än förut.
paper-withdrawal-nothing-closed = Ingenting ändras: en annan grund öppnar för detsamma, eller så hade grunden redan upphört.
paper-withdrawal-kept = Det här får fortfarande lämnas ut, på en annan grund
paper-withdrawal-gone = Det här har redan lämnats
paper-withdrawal-nothing-gone = Inget har lämnats med stöd av den här grunden.
paper-withdrawal-fixed = Det som redan är lämnat går inte att ta tillbaka. En fastställd plan ändras inte av en återkallelse.

paper-annulled = Makulerad
paper-annulled-line = Makulerad { $at } av { $by }: { $reason }
paper-deviation-answered = Svar från
paper-column-ground = Grund
paper-log-person = personen själv
paper-log-another = Någon annan än du. Ärendet stod då på fel person.

## Återkallelse på skärmen
withdrawal-closes = Det här lämnas inte ut längre
withdrawal-shut = Ingenting ur planen
withdrawal-meeting = Parten kan inte kallas till { $meeting } eller vara med på det mötet
withdrawal-meeting-called = Parten är kallad till { $meeting } men kan inte vara med: tala om det
withdrawal-copy = Ingen kopia av planen, version { $number }
withdrawal-copy-less = En kopia av planen, version { $number }, får mindre i sig än förut
withdrawal-closes-nothing = Ingenting ändras: en annan grund öppnar för detsamma, eller så har grunden redan upphört.
withdrawal-kept = På en annan grund får det här fortfarande lämnas: { $kinds }.
withdrawal-gone = Det här har redan lämnats
withdrawal-gone-line = { $what }, { $at }, { $how }
withdrawal-gone-nothing = Inget har lämnats med stöd av grunden.
withdrawal-fixed = Det som är fastställt ändras inte.
withdrawal-led-to = Vad återkallelsen ledde till
withdrawal-paper-to = Återkallelsen till { $who }
document-withdrawal = Återkallelse från { $day }, { $who }

yes-withdrawn-closes = Planen avslutas på en gång
yes-withdrawn-text = Det här svaret tar tillbaka ett ja. Då avslutas planen direkt, och inget mer kallas eller ändras i ärendet. Det som är fastställt och lämnat står kvar. Vill personen ha en SIP igen öppnar du en ny.

## Avvikelser
deviation-reported = Avvikelsen är antecknad.
deviation-event-no-reply = { $who } är kallad men har inte svarat. Svar skulle ha kommit senast { $day }.
deviation-event-follow-up = Planen skulle ha följts upp { $day }, men uppföljningen hölls inte.
deviation-event-consent = Något lämnades till { $who } trots att det inte finns ett samtycke eller en annan grund för det.
deviation-overdue = Uppföljningen skulle ha hållits { $day }
deviation-overdue-text = Boka en ny dag eller anteckna att den hållits. Blev den inte av kan det rapporteras.
consent-broken = Har något lämnats fel?
consent-broken-text = Har parten fått veta något som personen inte har sagt ja till? Rapportera det, och tala om det för personen.
deviation-answer = Anteckna svar
deviation-answer-again = Anteckna ett svar till
deviation-answer-words = Vad svarade de?
deviation-answer-record = Anteckna svaret
deviation-answered = Svar från { $who } { $day }:
deviation-answered-by = Vem svarade?
deviation-answered-on = När?
deviation-waits = Svar saknas från { $who }.
deviation-all = Avvikelser i ärendet

## Makulering
annul-open = Makulera
annul-row = Makulering
annul-title = Makulera: { $what }
annul-text = Det som makuleras går att läsa men räknas inte mer. Det tas aldrig bort, och det går inte att ångra.
annul-reason = Varför?
annul-record = Makulera
annulled-line = Makulerad { $at } av { $by }: { $reason }

## Uppföljning och avslut
version-answer = Personens svar när planen lästes upp: { $answer }.
version-not-read-back = Den här versionen är inte uppläst för personen.
paper-difference-answer = Personens svar
paper-difference-not-read-back = Ändringen är inte uppläst för personen.
sheet-why-missing = Skriv gärna varför, så att nästa steg blir rätt.
conclude-why-missing =
    { $count ->
        [one] En insats är inte eller bara delvis utförd, och det står inte varför.
       *[other] { $count } insatser är inte eller bara delvis utförda, och det står inte varför.
    }
closing-open-ends = Det här är inte klart enligt planen
closing-open-ends-text = Skriv nedan vad som ska hända med det, och vem som svarar för det.

## Vem har fått vad
log-count =
    { $count ->
        [one] en gång
       *[other] { $count } gånger
    }
log-lacks-newest = Har inte fått version { $number }, den senaste.
log-left-out = något är utelämnat
log-notice-ground = upplysningsplikt
log-missing = Har inte fått den
log-missing-open = Grunden öppnar för den, eller för en del
log-missing-person = Planen är personens egen
log-got-less = Har fått den, men inte det som rör: { $kinds }
log-got-own = Har fått bara sin egen del
log-got-all = Har fått hela
log-newest = Version { $number } av planen: vem har fått den?

documents-own = Egna bilagor
documents-own-lead = Andra handlingar som hör till ärendet, till exempel en inskannad remiss. De ligger i samma krypterade lager.
documents-own-none = Ingen bilaga finns.
documents-own-add = Lägg till en bilaga
documents-own-label = Vad är det?

## Anmälan om oro för barn
report-title = Oro för ett barn väntar aldrig på samtycke
report-text = Får du i ditt arbete veta eller misstänka att ett barn far illa ska du genast anmäla det till socialnämnden i barnets kommun, vad som än är sagt om SIP och samtycke.
report-how = Ring kommunens socialtjänst. Utanför kontorstid tar socialjouren emot, och är det akut ring 112.
report-not-kept = Samsyn sparar ingenting om anmälan. Den antecknas där den hör hemma, i verksamhetens egen akt.
report-law = Skyldigheten finns i { $law }.

## Rättelser i historiken
history-corrections = Visa bara rättelser
history-corrections-text = Det som ändrats från ett värde till ett annat, makulerats, återkallats, flyttats eller ångrats.
history-no-corrections = Ingen rättelse finns.
history-field-given-by = Lämnat av
history-field-interpreter = Tolk
history-field-occasion = Anledning
history-field-held-on = Mötesdag
history-field-starts = Börjar
history-field-ends = Slutar
history-field-place = Plats
history-field-child = Barnets eget samtycke behövs
history-field-guardians = Vårdnadshavare vars samtycke behövs
history-field-maturity = Ålder och mognad
history-field-judged-by = Bedömt av
history-field-guardian = Vårdnadshavare
history-field-may-know = Får veta
history-field-owner = Myndighet som äger uppgiften
history-field-ground = Grund
history-field-decided-by = Beslutat av
history-field-representative = Ställföreträdare
history-field-instead = Det som görs i stället
history-field-clock = Klockslag
history-field-sender = Avsändare
history-field-parties = Mottagare
history-field-expected-on = Beräknad utskrivning
history-field-deviation = Avvikelse
history-field-answered-by = Svar från
history-field-record = Vad
history-field-what = Vad som lämnas över
history-field-to = Till
history-field-to-unit = Mottagarens enhet
history-field-confirmed-by = Kvitterat av

## Statistik
statistics-deviations = Avvikelser
statistics-deviations-means = Avvikelser som antecknades under perioden. Makulerade räknas inte.
statistics-deviations-answered = Besvarade avvikelser
statistics-deviations-answered-means = Av dem, de som har fått svar.
statistics-evaluations = Utvärderingar
statistics-evaluations-means = Medelvärde från 1 till 5 av dem som svarade under perioden, var för sig.
statistics-evaluation-mean = { $mean } ({ $count } svar)
