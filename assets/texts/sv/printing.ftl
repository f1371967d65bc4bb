### Utskrift från programmet, och underskrift på skärm.

## Utskrift

command-document-print = skrev ut ett dokument
error-printer-missing = Ingen skrivare hittades med det namnet. Kontrollera att skrivaren är på och inlagd i datorn, eller spara som fil.
error-print-failed = Datorns utskriftskö tog inte emot dokumentet. Försök igen, eller spara som fil. Ett utlämnande antecknas bara en gång när du försöker igen här.
error-printing-not-built = Programmet kan ännu inte skriva ut på den här datorn. Spara som fil och skriv ut filen.
print-open = Skriv ut
print-title = Skriv ut: { $what }
print-to = Skrivare
print-delivery = Hur lämnas pappret?
print-now = Skriv ut
print-none = Datorn har ingen skrivare som programmet kan nå. Spara som fil i stället.
print-call-note = Utskriften antecknas i utlämnandeloggen. Anteckna själv som skickad när pappret har lämnats.
print-spooler = Programmet lämnar ingen fil efter sig, men datorns utskriftskö och skrivaren kan spara en kopia en tid.
print-done = Skickat till skrivaren: { $what }

## Underskrift på skärm

signature-manner-drawn = ritad på skärm
signature-how = Hur skrev personen under?
signature-draw = Skriv under här
signature-draw-help = Skriv med finger, penna eller mus. Går det inte att rita? Välj ”På papper” ovanför, skriv ut planen och låt personen skriva under med penna.
signature-draw-empty = Tom yta för underskrift
signature-draw-strokes = { $count ->
    [one] Underskrift med ett streck
   *[other] Underskrift med { $count } streck
    }
signature-draw-clear = Rensa
signature-draw-cleared = Ytan är tom igen.
signature-draw-meaning = Underskriften sparas som en bekräftelse, med namn, roll, tid och kontrollsumman för just den här versionen.
signature-drawn-of = Ritad underskrift av { $name }
