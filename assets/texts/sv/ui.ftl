# The words of the screen. Groups follow the folders of ui/src.

## Common
product = Samsyn
window-title = { $page } – Samsyn
close = Stäng
cancel = Avbryt
choose = Välj …
yes = Ja
no = Nej

## Shell
skip = Hoppa till innehållet
main-nav = Huvudmeny
lock = Lås
practice = Övning

## Fields
saving = Sparar …
saved-at = Sparat { $time }
date-example = åååå-mm-dd
date-choose = Välj datum i kalendern: { $field }
date-change = Ändra datum, nu { $date }
time-example = tt.mm
conflict-title = Någon annan har skrivit här samtidigt
conflict-announced = { $field }: någon annan har skrivit samtidigt. Välj vilken text som ska gälla.
conflict-mine = Det du har skrivit
conflict-theirs = Det som nu är sparat
conflict-keep-mine = Behåll min
conflict-keep-theirs = Ta den sparade
conflict-empty = (tomt)

## Lists of records
record-heading = { $noun } { $number }
record-added = { $noun } { $number } är tillagt.
record-removed = { $noun } { $number } är borttaget.
record-moved = { $noun } står nu på plats { $number } av { $total }.
record-up = Flytta upp: { $noun } { $number }
record-down = Flytta ner: { $noun } { $number }
record-remove = Ta bort: { $noun } { $number }
record-remove-sure = Ja, ta bort

## Notices and acts
notice-info = Information:
notice-attention = Observera:
notice-error = Fel:
notice-done = Klart:
act-refused = Det gick inte än. Se över detta:

## Documents
pdf-page = Sida { $page } av { $pages }
pdf-previous = Föregående sida
pdf-next = Nästa sida
pdf-failed = Dokumentet kunde inte visas. Det går ändå att spara och skriva ut.

## Steps
steps-here = Steg { $number } av { $total }: { $label }

## The case around its steps
case-steps = Ärendets steg
case-pages = Ärendets sidor
case-page-documents = Dokument
case-page-history = Historik
case-age = { $years } år
case-not-intact = Ärendet stämmer inte med sin historik
case-not-intact-text = Något har ändrats i registret utanför programmet. Skriv inget mer i ärendet. Kontrollera hela registret under Inställningar, och be it-stödet om hjälp.
case-closed-text = Planen är avslutad. Ärendet går att läsa men inte att ändra.
waits-title = Det som väntar och det som fattas
waits-tasks = Att göra i ärendet ({ $count })
waits-missing = Det här fattas ({ $count })
waits-stops = Behövs innan planen kan fastställas:
waits-reminds = Bra att ha med, men hindrar inte:
task-by = { $what }, senast { $day }
task-overdue = { $what }. Skulle ha varit klart { $day }
undo = Ångra
redo = Gör om
undone = Ångrat: { $fields }
redone = Gjort om: { $fields }
undo-a-record = en rad i en lista
kinds-none = inget valt

## Door
unlock-title = Lås upp Samsyn
unlock-lead = Uppgifterna är krypterade tills du låser upp.
unlock = Lås upp
passphrase = Lösenfras

## Worklist
worklist-title = Arbetslista
worklist-empty = Inget att göra just nu
worklist-empty-text = När en SIP har ett nästa steg står det här, med vad som ska göras och varför.
