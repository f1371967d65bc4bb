### Flätan: planen som en bild över tid. Tidslinjen: vad som har hänt och vad som är bokat. Samma ord på skärm och papper.

## Vems tråden är
strand-group-person = personen
strand-group-close = närstående
strand-group-municipality = kommunen
strand-group-region = regionen
strand-group-open = huvudman ej klar
strand-group-others = andra

## Hur en knut står
knot-state-planned = planerad
knot-state-running = pågår
knot-state-done = utförd
knot-state-late = försenad
knot-state-not-done = inte utförd
knot-state-standing = gäller medan planen gäller
knot-state-undated = utan datum

## Flätan i ord
braid-summary = Trådar i flätan: { $strands }. Saker som görs: { $knots }. Möten: { $meetings }.
# Where the table stands beside the picture; in the room it does not.
braid-in-table = Allt som bilden visar står också i tabellen.
braid-strand = { $who }, { $group }. Saker som görs: { $count }.
braid-strand-empty = { $who }, { $group }. Gör inget i planen.
braid-nobody-named = Enhet ej klar
braid-idle = ansvarar inte för något
braid-same = samma sak
braid-goal = mål { $number }
braid-from = från { $day }
braid-by = senast { $day }
braid-done-on = utförd { $day }
braid-undated = utan datum
braid-today = I dag { $day }
braid-closed = Avslutad { $day }
braid-flag = { $kind } { $day }
braid-flag-booked = { $kind } { $day }, bokat
braid-meeting = möte
braid-meeting-held = { $kind } hölls { $day }
braid-meeting-passed = { $kind } skulle ha hållits { $day }
braid-meeting-booked = { $kind } { $day }, bokat
braid-month-1 = jan
braid-month-2 = feb
braid-month-3 = mars
braid-month-4 = april
braid-month-5 = maj
braid-month-6 = juni
braid-month-7 = juli
braid-month-8 = aug
braid-month-9 = sep
braid-month-10 = okt
braid-month-11 = nov
braid-month-12 = dec

## Det som inte hänger ihop
braid-found-late = Försenat
braid-found-not-done = Inte utfört
braid-found-double = Två gör samma sak
braid-found-unserved = Mål utan insats
braid-found-goal-gap = Glapp
braid-found-quiet = Inget pågår
braid-found-idle = Ansvarar inte för något
braid-finding-late = { $what } skulle ha varit klar senast { $day }. { $days } dygn har gått sedan dess.
braid-finding-not-done = Vid uppföljningen var det här inte gjort: { $what }.
braid-finding-double = { $one } och { $other }. Bestäm vem som gör det, eller hur ni delar upp det.
braid-finding-unserved = Ingen gör något för mål { $number }: ”{ $goal }”
braid-finding-goal-gap = Från { $from } till { $to } gör ingen något för mål { $number }: ”{ $goal }”
braid-finding-quiet = Från { $from } till { $to } pågår ingen insats alls, och nästa möte har inte varit.
braid-finding-idle = { $who } är med men ansvarar inte för något i planen. Behövs de, eller saknas deras insats?

## Sidan
case-page-braid = Fläta
braid-lead = Vem gör vad, när det händer, och var det inte hänger ihop.
braid-findings = Det här behöver ni se över
braid-findings-none = Inget glapp, ingen försening och inget dubbelarbete syns i planen.
braid-findings-closed = Planen är avslutad. Så här såg den ut sista dagen.
braid-picture = Vem gör vad, och när
braid-hint = Gå mellan trådar och knutar med piltangenterna. Enter går till insatsen i planen.
braid-shown = Vad som visas
braid-draft = Planen som den är skriven nu
braid-version = Version { $number }
braid-period = Tid
braid-period-whole = Hela planen
braid-period-quarter = Tre månader
braid-outside = { $count ->
    [one] En insats ligger utanför de här månaderna. Den står i tabellen.
   *[other] { $count } insatser ligger utanför de här månaderna. De står i tabellen.
}
braid-table = Det som görs, tråd för tråd
braid-rows = Tabell över det som görs
braid-meetings = Möten
braid-column-who = Vem
braid-column-what = Vad
braid-column-goal = Mål
braid-column-when = När
braid-column-state = Läge
braid-empty = Här växer flätan fram
braid-empty-text = När planen får sina första insatser syns de här, med vem som gör vad och när.
braid-to-plan = Gå till planen
braid-legend = Så läser ni bilden
braid-legend-person = Personen
braid-legend-municipality = Kommunen
braid-legend-region = Regionen
braid-legend-others = Närstående och andra
braid-legend-bar = Pågår från dag till dag
braid-legend-lead = Klart senast den dagen, eller utan slutdag
braid-legend-overdue = Dagen har gått
braid-legend-held = Möte som har hållits
braid-legend-booked = Möte som är bokat
command-braid-show = Fläta
command-braid-room = Fläta för rummet

## Tidslinjen
timeline-title = Tidslinje
timeline-lead = Det som har hänt i ärendet och det som är bokat. Vem som skrev vad finns under Historik.
timeline-show = Visa
timeline-today = I dag { $day }
timeline-empty = Inget av det slaget har hänt.
timeline-count = { $count ->
    [one] En händelse visas.
   *[other] { $count } händelser visas.
}
timeline-ahead = kommer
command-timeline-show = Tidslinje
happening-group-beginning = behov och ja
happening-group-consent = samtycke
happening-group-calling = kallelse
happening-group-meeting = möten
happening-group-plan = planen
happening-group-afterwards = efteråt
happening-need-seen = Behovet uppmärksammades
happening-case-opened = Ärendet öppnades
happening-offered = SIP erbjöds
happening-asked-for = SIP efterfrågades
happening-sip-yes = Ja till SIP
happening-sip-no = Nej till SIP
happening-consent-given = Samtycke gavs
happening-consent-refused = Nej till samtycke
happening-other-ground = Annan grund än samtycke
happening-ground-ends = Grunden slutar gälla
happening-ground-withdrawn = Grunden återkallades
happening-notice-sent = Meddelande vid utskrivning
happening-call-sent = Kallelse skickades
happening-invitation-sent = Inbjudan skickades
happening-letter-sent = Brev skickades
happening-cancellation-sent = Besked om inställt möte
happening-comes = Svar: kommer
happening-sends-another = Svar: skickar en ersättare
happening-cannot-come = Svar: kan inte komma
happening-meeting-held = Möte hölls
happening-meeting-booked = Möte är bokat
happening-meeting-passed = Mötesdagen har gått, ingen är antecknad som närvarande
happening-meeting-cancelled = Mötet ställdes in
happening-followed-up = Uppföljningen avslutades
happening-version-fixed = Planen fastställdes
happening-signed = Planen skrevs under
happening-handed-out = Lämnades ut
happening-filed = Infördes i egen akt
happening-deviated = Avvikelse
happening-deviation-answered = Svar på avvikelse
happening-responsibility-given = Ansvar lämnades över
happening-case-passed = Ärendet lämnades över eller togs emot
happening-evaluated = Utvärdering
happening-closed = Planen avslutades
happening-version = version { $number }

## På papper
document-braid = Flätan
paper-braid-title = Fläta
paper-braid-lead = Bilden visar vem som gör vad i planen och när. Samma sak står i ord efter bilden.
paper-braid-version = Version { $version }, sedd { $day }
paper-braid-draft = Utkast, sett { $day }
paper-braid-of = Planen
paper-braid-findings = Att se över
paper-braid-none = Inget glapp, ingen försening och inget dubbelarbete syns i planen.
paper-braid-closed = Planen är avslutad.
paper-braid-picture = Flätan
paper-braid-table = Vem som gör vad
paper-braid-meetings = Möten
