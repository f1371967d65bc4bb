### Ord för överlämning av ansvar och ärenden, flytt och förstöring.

# Vad som hindrar.
error-handed-over = Ärendet är överlämnat till en kollega. Här kan det läsas, men inte ändras. Kom det aldrig fram går det att ta tillbaka.
error-not-handed-over = Ärendet är inte överlämnat.
error-already-confirmed = Ansvaret är redan kvitterat.
error-confirmed-by-giver = Den som lämnar över kan inte själv kvittera. Skriv namnet på den som tar emot.
error-same-person = Ärendet gäller redan den personen.
error-package-damaged = Filen är inte ett helt ärende från Samsyn. Be kollegan spara den på nytt. Inget är skrivet.
error-package-newer = Filen är gjord av en nyare version av Samsyn. Uppdatera programmet. Inget är skrivet.
error-practice-file = Filen är gjord i övningsläget, och det som står i den är påhittat. Den hör inte hemma bland riktiga uppgifter. Inget är skrivet.
error-real-file = Filen är inte gjord i övningsläget och kan handla om riktiga människor. Deras uppgifter hör inte hemma bland påhittade. Inget är skrivet.
error-other-controller = Filen kommer från en annan personuppgiftsansvarig. Då är det inte en överlämning inom organisationen, utan ett utlämnande som kräver en grund. Inget är skrivet.
error-case-is-here = { $newer ->
    [here] Ärendet finns redan här, och det som finns här är nyare än filen. Inget är skrivet.
   *[neither] Ärendet finns redan här, likadant som i filen. Inget behöver göras.
}
error-case-forked = Ärendet har ändrats både här och hos kollegan sedan ni delade det, så det finns nu i två skepnader. Ingen av dem skrivs över. Bestäm tillsammans vilken ni fortsätter i, och för in det som saknas där.
error-case-was-destroyed = Ärendet i filen är förstört här efter beslut, och kan inte tas in igen.
error-number-differs = Det är inte ärendets nummer. Skriv det precis som det står.

error-passphrases-differ = Lösenfraserna är inte lika. Skriv samma två gånger.

# Vad kommandona gjorde.
command-hand-over-record = lämnade över ett ansvar
command-hand-over-confirm = kvitterade ett ansvar
command-case-package = lämnade över hela ärendet
command-case-take-back = tog tillbaka ärendet
command-case-receive = tog emot ärendet
command-case-move = flyttade ärendet till rätt person
command-case-destroy = förstörde ett ärende efter beslut

# Påminnelser.
missing-wrong-person = Ärendet är flyttat till rätt person, men den fastställda planen har fel namn. Fastställ en ny version.
task-receipt-missing = Kvittens saknas från { $about }
task-why-receipt-missing = Ett ansvar är överlämnat först när någon annan har tagit emot det.

# Fälten i historiken.
field-hand-over-what = Ansvar
field-hand-over-from = Från
field-hand-over-to = Till
field-hand-over-to-unit = Mottagarens enhet
field-hand-over-on = Från och med
field-hand-over-receipt-confirmed-by = Kvitterat av
field-hand-over-receipt-on = Kvitterat den
field-case-moved-from = Från person
field-case-moved-to = Till person
field-case-moved-reason = Skäl
field-case-passing-way = Vad som hände
field-case-passing-who = Kollega
field-case-passing-unit = Kollegans enhet
field-case-passing-on = Datum
field-case-passing-reason = Skäl

passing-way-sent = överlämnat
passing-way-received = mottaget
passing-way-taken-back = tillbakataget

# Papper.
paper-log-same-authority = inom samma myndighet
paper-hand-over-title = Överlämnande av ansvar
paper-hand-over-lead = Ett ansvar i ärendet går över till någon annan. Båda skriver under, och papperet läggs i den egna akten.
paper-hand-over-what = Vad som lämnas över
paper-hand-over-from = Från
paper-hand-over-to = Till
paper-hand-over-on = Från och med
paper-hand-over-confirmed = Kvitterat
paper-hand-over-unconfirmed = Inte än
paper-hand-over-giver = lämnar över
paper-hand-over-receiver = tar emot

# Sidan i ärendet.
case-page-handing = Lämna över
case-away = Ärendet är överlämnat till { $who }
case-away-text = Det går att läsa och skriva ut till egen akt, men inte att ändra. Fortsätt hos den som tog emot det, eller ta tillbaka det på sidan Lämna över.
log-same-authority = inom samma myndighet
handing-lead = Lämna över ett ansvar eller hela ärendet till en kollega, eller rätta till ett ärende som hamnat på fel person.

hand-over-title = Ett ansvar
hand-over-text = När någon annan tar över, till exempel som samordnare eller fast vårdkontakt, ska båda veta från vilken dag. Ansvaret är överlämnat när mottagaren har kvitterat.
hand-over-none = Inget ansvar är överlämnat.
hand-over-line = { $what }, från { $from } till { $to }
hand-over-from-day = Från och med { $on }
hand-over-confirmed = Kvitterat { $on } av { $by }
hand-over-waiting = Väntar på kvittens
hand-over-new = Lämna över ett ansvar
hand-over-what = Vad lämnas över?
hand-over-what-help = Till exempel samordnare, mötesledare eller kontakten med en skola.
hand-over-from = Från
hand-over-to = Till
hand-over-name-help = Namn och titel.
hand-over-to-unit = Mottagarens enhet
hand-over-on = Från och med
hand-over-record = Anteckna överlämnandet
hand-over-confirm = Kvittera
hand-over-confirmed-by = Vem kvitterar?
hand-over-confirmed-by-help = Den som tar emot, inte den som lämnar över.
hand-over-confirmed-on = Datum
hand-over-paper = Överlämnande: { $what }

package-title = Hela ärendet till en kollega
package-text = Ärendet sparas i en krypterad fil som kollegan öppnar i sitt eget Samsyn. Det gäller bara inom samma personuppgiftsansvarig: { $controller }. Till en annan organisation lämnas i stället planen ut, med personens samtycke eller annan grund.
package-after = Efteråt kan ärendet läsas här men inte ändras, så att det bara finns ett ärende att skriva i. Överlämnandet antecknas i utlämnandeloggen.
package-open = Lämna över hela ärendet
package-to = Till
package-unit = Kollegans enhet
package-passphrase = Filens lösenfras
package-passphrase-text = Lämna lösenfrasen på ett annat sätt än filen, till exempel muntligt. Den sparas ingenstans.
package-protected = Skyddade uppgifter följer med i filen
package-protected-text = Någon i ärendet har skyddade uppgifter. De öppnas för kollegan, och det antecknas med ditt namn och skälet.
package-reason = Varför behöver kollegan de skyddade uppgifterna?
package-send = Spara filen och lämna över
package-done = Ärendet är överlämnat till { $who }.
package-sent-line = Överlämnat till { $who } { $at } av { $by }
package-received-line = Mottaget från { $who } { $at } av { $by }
package-taken-back-line = Tillbakataget { $at } av { $by }: { $reason }
take-back-text = Kom filen aldrig fram, eller ångrade ni er? Ta bara tillbaka ärendet om kollegan inte har börjat arbeta i det. Annars finns det på två ställen.
take-back-open = Ta tillbaka ärendet
take-back-reason = Varför tas det tillbaka?
take-back-send = Ta tillbaka

move-title = Fel person
move-text = Är ärendet upplagt på fel person kan det flyttas. Allt som är antecknat följer med, och flytten syns i historiken.
move-open = Flytta till en annan person
move-search = Sök rätt person
move-search-help = Namn eller personnummer. Finns personen inte här, lägg först upp den under Personer.
move-none = Ingen annan person hittades.
move-to = Rätt person
move-reason = Hur blev det fel?
move-send = Flytta ärendet
move-done = Ärendet gäller nu { $who }.
move-line = Flyttat { $at } av { $by }: { $reason }
move-fix = En fastställd plan ändras aldrig, och har kvar det gamla namnet och numret. Fastställ därför en ny version.
move-fix-link = Till planen
move-papers = Redan utlämnat med fel person
move-papers-text = De här papperen är lämnade innan flytten och bär fel namn. Be mottagarna lämna tillbaka dem eller förstöra dem, och bedöm om det är en personuppgiftsincident.
move-paper-line = { $what } till { $who }, { $at }

destroy-title = Beslutad förstöring
destroy-text = Har en myndighet beslutat att journalen eller akten ska förstöras, kan ärendet tas bort för alltid. Det som blir kvar är ett intyg om beslutet, utan personuppgifter.
destroy-backups = Säkerhetskopior som är gjorda tidigare har kvar ärendet. Förstör dem också, eller gör nya och förstör de gamla. Är ärendet överlämnat till en kollega finns det där också. Filer och papper som är utlämnade finns kvar hos dem som har dem.
destroy-fold = Förstör ärendet efter beslut
destroy-authority = Myndighet som har beslutat
destroy-authority-help = Skriv inget om personen här.
destroy-number = Beslutets diarienummer
destroy-decided-on = Beslutets datum
destroy-confirm = Skriv ärendets nummer
destroy-confirm-help = { $number }. Det går inte att ångra.
destroy-person-too = Ta bort personen också, om det är personens enda ärende
destroy-send = Förstör ärendet för alltid
destroy-done = Ärendet är förstört. Ett intyg om beslutet finns kvar.

receive-title = Ta emot ett ärende
receive-text = Har en kollega i samma organisation lämnat över ett ärende i en krypterad fil? Välj filen och skriv lösenfrasen som du har fått.
receive-file = Fil
receive-file-help = Filen slutar på .age.
receive-passphrase = Filens lösenfras
receive-send = Ta emot ärendet
receive-done = { $number } är mottaget från { $from }.
receive-open = Öppna ärendet
receive-person-known = Personen fanns redan här. Det som stod här om personen är kvar. Jämför adress, telefon och skydd med det som kollegan vet.
receive-number-taken = Ett annat ärende här har samma nummer. Ärendena är ändå skilda åt.
error-moved-case = Ärendet har flyttats från fel person. Det kan inte lämnas över i en fil, för den andra personens uppgifter skulle följa med.
