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

## Need
need-lead = Vad är det som flera behöver göra tillsammans? Skriv kort. Allt sparas medan du skriver.
need-what = Vad behöver samordnas?
need-own-words-help = Så som personen själv säger det, gärna ordagrant.
need-who = Vem såg behovet?
need-case = Ärendet hos er
need-notes-help = Bara för dig. Kommer aldrig med på papper.
offers-title = Erbjudande eller önskemål om SIP
offers-none = Inget är antecknat än. En SIP kan erbjudas av er eller efterfrågas av personen eller en närstående.
offer-line = { $day }: { $kind } av { $who }. { $outcome }.
offer-note = Anteckna ett erbjudande eller önskemål
offer-kind = Vad hände?
offer-outcome = Hur blev det?
offer-who = Av vem?
offer-on = När?
offer-reason = Skäl
offer-reason-help = Behövs när en SIP avslås.
offer-record = Anteckna
because = Skäl: { $reason }

## Yes
yes-lead = En SIP görs när personen vill det. Fråga, och anteckna svaret.
yes-not-consent = Det här ja:et betyder bara att en plan ska göras. Det låter ingen få veta något: det frågar du om för sig, part för part.
yes-to-consent = Till samtycke
yes-given = Personen vill ha en SIP
yes-refused = Personen vill inte ha en SIP
yes-line = { $answer } { $day }, { $manner }. Antecknat av { $by }.
yes-ask = Personens svar
yes-again = Anteckna ett nytt svar
yes-answer = Vill personen ha en SIP?
yes-manner = Hur gavs svaret?
yes-on = När?
yes-words = Personens egna ord
yes-words-help = Om personen sade något om varför.
yes-record = Anteckna svaret
taken-by = Antecknat av
next-preparation = Fortsätt till förberedelsen

## Preparation
preparation-lead = Gå igenom mötet med personen innan någon kallas. Då blir det personens möte.
preparation-what = Vad mötet ska handla om
preparation-private = Bara för den som leder mötet
preparation-private-help = Visas för mötesledaren och kommer aldrig med på papper till någon annan.
preparation-how = Hur mötet ska gå till
preparation-way-help = Plats, hur länge, var personen vill sitta, pauser.
preparation-support-help = Tolk, hjälpmedel, någon vid sidan.
preparation-children-help = Barn har rätt till information, råd och stöd (5 kap. 7 § hälso- och sjukvårdslagen).

## Consent
consent-lead = Vilka ska vara med, och vad vill personen att var och en får veta? Fråga om en part i taget.
consent-rule = Ingen kallas och inget lämnas ut utan en antecknad grund. Är inget antecknat är det stängt.
parties-title = Parter
parties-none = Inga parter än
parties-none-text = Lägg till dem som personen vill ha med: enheter, närstående, andra. Sedan antecknar du för var och en vad personen har sagt.
party-noun = Part
party-add = Lägg till en annan part
party-facts = Uppgifter om parten
gate-called = Får kallas och vara med på mötet.
gate-not-called = Får inte kallas.
gate-told-nothing = Får inte veta något.
gate-told-all = Får ta del av hela planen.
gate-told-kinds = Får ta del av: { $kinds }.
gate-told-own = Får bara ta del av sina egna åtgärder, eller det som står i grunden.
ground-yes = Samtycke { $day }
ground-no = Personen sade nej { $day }
ground-opens = Öppnar: { $what }.
ground-opens-all = Öppnar hela planen.
ground-opens-except = Öppnar hela planen utom: { $kinds }.
ground-opens-own = Öppnar bara partens egna åtgärder.
ground-opens-stated = Öppnar bara detta: { $statement }
ground-not = Inte: { $kinds }.
ground-attends = Får vara med på mötet.
ground-attends-not = Får inte vara med på mötet.
ground-purpose = Ändamål: { $purpose }
ground-valid = Gäller från { $from } till { $to }.
ground-valid-open = Gäller från { $from } tills vidare.
ground-given = Gavs { $manner }, antecknat av { $by }.
ground-withdrawn-from = Återkallat från { $day }
ground-withdraw = Anteckna återkallelse
ground-withdraw-text = Från den dagen lämnas inget mer ut med stöd av den här grunden. Det som redan är lämnat går inte att ta tillbaka: tala om det för personen.
ground-withdraw-from = Från och med
ground-withdraw-manner = Hur sades det?
ground-withdraw-told = Hur parterna fick veta det
ground-withdraw-record = Anteckna återkallelsen
consent-note = Anteckna samtycke
consent-form = Samtycke för { $who }
consent-answer = Vad svarade personen?
consent-manner = Hur gavs svaret?
consent-record = Anteckna svaret
ground-told = Personen vet att samtycket kan tas tillbaka när som helst
ground-scope = Hur mycket får parten ta del av?
ground-kinds = Vilka slag av uppgifter?
ground-except = Utom de här slagen
ground-statement = Vad får parten veta?
ground-statement-help = Skriv så som det får sägas, till exempel: att personen har stöd för återgång i arbete, och tider.
ground-statement-more = Något mer som personen sagt om det
ground-attends-field = Får kallas och vara med på mötet
ground-purpose-field = Vad uppgifterna ska användas till
ground-direction = Åt vilket håll?
ground-valid-from = Gäller från
ground-valid-to = Gäller till
ground-until-further-notice = Personen har uttryckligen sagt att det gäller tills vidare
ground-on = När?
other-ground-note = Annan grund än samtycke
other-ground-form = Annan grund för { $who }
other-ground-text = Du svarar med ditt namn för bedömningen. Skriv skälet så att det går att förstå efteråt.
other-ground-basis = Vilken grund?
other-ground-reason = Skälet
other-ground-manner = Hur är bedömningen gjord?
other-ground-record = Anteckna grunden

## Call
call-lead = Bestäm när, var och varför. Skicka sedan till en i taget: var och en får bara se det som personen har sagt ja till.
call-no-meeting = Inget möte är planerat
call-no-meeting-text = Planera mötet, så kan du kalla och bjuda in.
call-plan-meeting = Planera mötet
call-plan-next = Planera ett uppföljningsmöte
call-when = När och var
call-what-for = Varför
call-kinds-why = Ange vilka slag av uppgifter syftet och varje fråga avslöjar. Raden visas bara för den som får ta del av dem.
call-prepare-help = Vad den som kallas ska ta reda på eller ta med.
call-questions = Frågor till mötet
call-question-add = Lägg till fråga
call-questions-none = Inga frågor än. En kallelse behöver minst en.
call-needs-question = Skriv minst en fråga till mötet.
call-to = Till vem
call-to-text = Huvudmän kallas, andra bjuds in, och personen får ett eget brev. När du skickar antecknas det i utlämnandeloggen.
call-no-parties = Inga parter är tillagda.
call-to-parties = Lägg till parter under Samtycke
call-as-called = Kallelse
call-as-invited = Inbjudan
call-as-letter = Brev till personen
call-open-gate = Fråga om samtycke eller ange en annan grund
call-how = Hur det skickas till { $who }
call-send-called = Anteckna kallelsen som skickad
call-send-invited = Anteckna inbjudan som skickad
call-send-letter = Anteckna brevet som skickat
call-send-again = Skicka igen
call-sent = Skickat { $at }: { $kind }, { $how }
call-sent-announced = Antecknat som skickat till { $who }.
reply-line = Svar: { $reply }.
reply-instead = I stället kommer { $who }.
reply-waits = Inget svar än
reply-note = Anteckna svar
reply-change = Anteckna nytt svar
reply-form = Svar från { $who }
reply-who-instead = Vem kommer i stället?
reply-replacement-help = Namn och titel.
reply-word = Kommentar
reply-record = Anteckna svaret

## Door
unlock-title = Lås upp Samsyn
unlock-lead = Uppgifterna är krypterade tills du låser upp.
unlock = Lås upp
unlock-quick = Lås upp med datorns nyckelring
unlock-recovery-title = Lås upp med återställningsnyckeln
unlock-recovery-lead = Ta fram papperet med återställningsnyckeln. Du väljer en ny lösenfras på samma gång.
unlock-recovery = Lås upp och byt lösenfras
secret-show = Visa
secret-hide = Dölj
passphrase = Lösenfras
passphrase-help = Fyra eller fem ord som inte hör ihop är både starkt och lätt att minnas.
passphrase-new = Ny lösenfras
passphrase-again = Samma lösenfras en gång till
passphrases-differ = De två lösenfraserna är inte lika. Skriv dem igen.
strength-none = Styrkan visas när du skriver.
strength-0 = Mycket lätt att gissa
strength-1 = Lätt att gissa
strength-2 = Går att gissa – lägg till ett ord
strength-3 = Stark
strength-4 = Mycket stark
refused-title = Registret kan inte öppnas
refused-text = Stäng Samsyn, åtgärda felet och starta igen. Radera inga filer: även ett register som inte går att öppna kan ofta räddas.

## First start
first-step = Steg { $number } av { $total }
go-on = Fortsätt
go-back = Tillbaka
first-county-title = Välkommen till Samsyn
first-county-lead = Samsyn hjälper dig genom en SIP, från behov till uppföljning. Först några frågor om var du arbetar. Allt stannar på den här datorn, krypterat.
profile = Län
profile-help = Länet ger sin region och sina kommuner att välja bland, och förslag på enheter där sådana finns.
profile-other = Inget län
practice-store = Det här är ett övningsregister med påhittade personer
practice-store-help = Allt märks med Övning. Lägg aldrig in en verklig person.
first-organisation-title = Vem ansvarar för uppgifterna?
first-organisation-lead = Ett register har en personuppgiftsansvarig: en nämnd eller en region. Det här står på kallelser och planer.
organisation-principal = Huvudman
organisation-municipality = Kommunens namn
organisation-region = Regionens namn
organisation-help = Till exempel Östersunds kommun.
organisation-region-help = Till exempel { $region }.
organisation-controller = Personuppgiftsansvarig
organisation-controller-help = Nämnden eller regionen, till exempel Socialnämnden.
organisation-unit = Enhet
organisation-unit-help = Där du arbetar, så som den ska stå på papper.
organisation-phone = Telefon till enheten
organisation-address = Enhetens adress
first-user-title = Vem är du?
first-user-lead = Ditt namn står i historiken, och som avsändare på det du skickar.
user-name = Namn
user-title = Titel
user-title-help = Till exempel socialsekreterare.
first-passphrase-title = Välj en lösenfras
first-passphrase-lead = Lösenfrasen låser upp registret. Den finns ingenstans utom hos dig: ingen kan titta upp den åt dig.
store-create = Skapa registret
first-recovery-title = Din återställningsnyckel
first-recovery-lead = Glömmer du lösenfrasen är det här den enda vägen in. Skriv ut den nu och lås in den, inte vid datorn.
first-done = Klart, börja använda Samsyn
recovery-key = Återställningsnyckel
recovery-why = Utan lösenfrasen och utan nyckeln går uppgifterna inte att läsa, av någon. Nyckeln visas bara den här gången.
recovery-show-sheet = Visa papperet
recovery-save-sheet = Spara papperet för utskrift
recovery-file-name = aterstallningsnyckel.pdf
recovery-type-back = Skriv av nyckeln från papperet
recovery-type-back-help = Så vet vi att det du har på papper fungerar. Stora och små bokstäver, mellanslag och streck spelar ingen roll.
recovery-key-help = Stora och små bokstäver, mellanslag och streck spelar ingen roll.

## Settings
settings-title = Inställningar
settings-lead = Vem registret tillhör, vad som låser upp det, och det som håller det säkert.
settings-contents = På den här sidan
settings-organisation = Registret tillhör
agreement-title = Enheten och länets överenskommelser
agreement-lead = Enheten står så här på papper. Tidsgränserna påminner i arbetslistan och stoppar ingenting.
agreement-county = Län
agreement-region = Region
agreement-need-to-call = Dagar från behov till kallelse
agreement-need-to-meeting = Dagar från behov till möte
agreement-none = Lämna tomt om ingen gräns är överenskommen.
agreement-ground-ends-soon = Dagar i förväg som ett samtycke som går ut påminner
agreement-idle-minutes = Minuter utan aktivitet tills programmet låses
agreement-meeting-minutes = Längsta tid ett möte håller programmet öppet, i minuter
agreement-change = Spara inställningarna
agreement-changed = Inställningarna är sparade.
logo-title = Logotyp
logo-lead = Logotypen står överst på första sidan av varje papper, bredvid enhetens namn, adress och telefon.
logo-file = Fil med logotypen
logo-file-help = En bild i formatet png på högst 2 MB. Den ska synas på vitt papper, och även utan färg. Du kan också dra filen hit.
logo-alt = Logotyp: { $name }
logo-save = Spara logotypen
logo-replace = Byt logotyp
logo-remove = Ta bort logotypen
logo-changed = Logotypen är sparad. Så här ser den ut på papper.
logo-removed = Logotypen är borttagen.
recovery-confirm = Bekräfta nyckeln
recovery-confirmed = Återställningsnyckeln är avskriven från papperet och fungerar.
recovery-unconfirmed = Återställningsnyckeln är inte bekräftad
recovery-unconfirmed-text = Ta fram en ny, skriv ut den och skriv av den från papperet. Annars är en glömd lösenfras slutet för uppgifterna.
recovery-renew-help = Är papperet borta, eller kan någon annan ha sett det, tar du fram en ny nyckel. Den gamla slutar att gälla direkt.
recovery-renew = Ta fram en ny återställningsnyckel
passphrase-change = Byt lösenfras
passphrase-old = Lösenfras nu
passphrase-changed = Lösenfrasen är bytt.
quick-title = Snabb upplåsning
quick-text = Datorns nyckelring kan låsa upp åt dig när du är inloggad på datorn. Bekvämt på en dator som bara du använder. Lösenfrasen fungerar alltid ändå.
quick-on = Slå på snabb upplåsning
quick-off = Slå av
quick-is-on = Snabb upplåsning är på.
quick-is-off = Snabb upplåsning är av.
verify-title = Kontrollera registret
verify-text = Går igenom hela filen och hela historiken, och visar om något är skadat eller har ändrats utanför programmet.
verify = Kontrollera nu
verify-whole = Registret är helt.
verify-chains = { $chains } historiker kontrollerade.
verify-broken = Registret är inte helt
verify-findings = Skador i filen: { $damage }. Historiker som inte stämmer: { $broken }.
verify-what-to-do = Radera ingenting. Det går att skriva vidare. Jämför det som är berört med papper eller en säkerhetskopia, och be it-stödet om hjälp.

## Worklist
worklist-title = Arbetslista
worklist-lead = Det som väntar, och varför. Det som skulle ha varit klart står först.
worklist-first = Här börjar din första SIP
worklist-first-text = Tryck på Ny SIP och sök efter personen. Sedan visar arbetslistan vad som kommer härnäst: ja till SIP, samtycken, kallelse, möte, plan och uppföljning.
worklist-empty = Inget att göra just nu
worklist-empty-text = När en SIP har ett nästa steg står det här, med vad som ska göras och varför.
worklist-calm = Ärenden där inget väntar
worklist-hurt = Ärenden som inte kan visas
worklist-hurt-text = Något i de här ärendena har gått förlorat. Resten av registret fungerar som vanligt. Finns det en säkerhetskopia kan ett ärende göras helt från den.
worklist-hurt-mend = Gör ett ärende helt under Inställningar
new-sip = Ny SIP
task-why-meeting-today = Ha planen öppen, så att det som sägs skrivs ner medan alla är kvar.
task-why-follow-up-overdue = En plan som inte följs upp slutar att gälla i praktiken. Boka en ny dag eller anteckna det som hänt.
task-why-ask-for-yes = En SIP görs bara om personen vill det.
task-why-send-call = Parten har en grund som öppnar för mötet, men är inte kallad.
task-why-answer-missing = Den som är kallad behöver svara, så att rätt personer kommer.
task-why-fix-plan = Mötet är hållet, eller utkastet har ändrats. En fastställd version är den som gäller.
task-why-file-plan = Planen hör till den egna akten hos varje huvudman.
task-why-give-to-person = Planen är personens. Lämna den på papper eller på det sätt som personen vill.
task-why-give-copy = Var och en som har något att göra enligt planen behöver se sin del.
task-why-follow-up-coming = Förbered genom att fråga hur det har gått med mål och insatser.
task-why-ground-ending = Utan samtycke får inget mer lämnas ut. Fråga personen på nytt i god tid.
task-why-book-follow-up = Planen behöver en dag då den följs upp.
task-why-question-due = Någon lovade svar till den här dagen.

## Persons
persons-title = Personer
persons-lead = Sök alltid först. Då läggs ingen in två gånger.
persons-search = Namn, personnummer eller ärendenummer
search = Sök
persons-result = Sökresultat
persons-found = { $count ->
    [0] Ingen hittades
    [one] En person hittades
   *[other] { $count } personer hittades
}
persons-search-help = Samsyn söker bara på namn, person-, samordnings- och reservnummer samt ärendenummer. Vad som står i ärendena går inte att söka i.
persons-alike = Liknande stavning
persons-by-number = Numret stämmer
persons-by-case = Ärendenumret stämmer
persons-more = Visa fler
persons-none = Kontrollera stavningen. Finns personen inte, lägg till den.
persons-none-fits = Är det ingen av dem?
person-add = Lägg till ny person
person-new = Ny person
person-create = Lägg till personen
person-identity-help = Tio eller tolv siffror, till exempel 19830417-2383.
person-reserve = Det är ett reservnummer
person-reserve-help = För den som saknar personnummer och samordningsnummer. Numret kontrolleras inte.
person-needs-help = Till exempel tolk, ledsagare, lättläst, paus.
person-same-number = Numret finns redan
person-namesake = Det finns redan någon som kan vara samma person
person-open-existing = Öppna den personen
person-in-spite = Det är en annan person. Lägg till ändå.
person-title = Person
person-cases = SIP
person-no-cases = Personen har ingen SIP än.
person-known = Uppgifter om personen
case-is-closed = avslutad
case-opened-at = öppnad { $at }
case-open = Öppna en ny plan
