### Användarna, vem som får öppna vilket ärende, och den som tar del själv.

## Koder

user-role-caseworker = Handläggare
user-role-coordinator = Samordnare
user-role-administrator = Administratör
user-role-log-reviewer = Loggranskare
user-role-archivist = Arkivansvarig
user-role-help-caseworker = Skriver in personer, öppnar ärenden och deltar i dem.
user-role-help-coordinator = Ser alla ärenden i den egna verksamheten, utom dem där någon har skyddade uppgifter.
user-role-help-administrator = Sköter användare, inställningar, nycklar och säkerhetskopior.
user-role-help-log-reviewer = Granskar vem som har öppnat vad.
user-role-help-archivist = Gallrar, och förstör ärenden när en myndighet har beslutat det.
access-way-opened = Öppnade ärendet
access-way-received = Tog över ärendet
access-way-given = Har fått tillgång
access-way-own-choice = Tog del genom eget val
access-way-ended = Tillgången avslutad
branch-social-services = Socialtjänst
branch-health-care = Hälso- och sjukvård
branch-school = Skola
branch-other = Annan verksamhet

## Kommandon och fel

command-user-list = såg användarna
command-user-add = lade till en användare
command-user-change = ändrade en användare
command-user-end = avslutade en användare
command-access-named = såg vilka som har tillgång till ärendet
command-access-give = gav någon tillgång till ärendet
command-access-end = avslutade någons tillgång till ärendet
command-access-take-part = tog del av ärendet genom eget val
command-access-find = sökte ett ärende på dess nummer
error-no-access = Du har inte tillgång till ärendet.
error-person-hidden = Personen finns redan här, men du har inte tillgång till uppgifterna. Fråga { $ask }.
error-not-on-every-case = Det här får bara den göra som har tillgång till alla personens ärenden här. Fråga { $ask }.
error-role-missing = Det här får bara den göra som har den roll som behövs. Fråga en administratör.
error-user-ended = Du är inte längre användare här. Fråga en administratör om det är fel.
error-last-administrator = Någon måste vara administratör. Gör först någon annan till det.
error-user-is-you = Du kan inte avsluta dig själv. En annan administratör kan göra det.
error-last-access = Någon måste ha tillgång till ärendet. Ge först en kollega tillgång.
field-user-name = Namn
field-user-title = Titel
field-user-roles = Roller
field-user-activity = Verksamhet
field-user-ended-at = Avslutad
field-case-access-name = Användare
field-case-access-way = Hur
field-case-access-activity = Verksamhet
field-case-access-reason = Skäl

## Användare, under Inställningar

users-title = Användare
users-lead = Alla som har en egen lösenfras kan låsa upp registret. Rollerna säger vad var och en får göra i programmet.
users-honest = Vem som får öppna vilket ärende bestämmer programmet. Det är ingen egen kryptering: registret har en nyckel för alla. Ska någon aldrig kunna nå uppgifterna, behövs ett eget register.
users-table = Användarna
users-name = Namn
users-roles = Roller
users-activity = Verksamhet
users-you = Det är du
users-ended = Avslutad { $day }
users-no-way-in = Kan inte låsa upp: har ingen lösenfras än. Avsluta användaren och lägg till hen igen.
users-half-ended = Avslutad, men kan fortfarande ha en väg in. Gör klart avslutet.
users-key-waits = Registrets nyckel ska bytas
users-key-waits-text = Någon har slutat, men registret har inte fått en ny nyckel än. Gör klart det nu, så att det som den som slutade kan ha sparat inte öppnar något.
users-change = Ändra
users-end = Avsluta
users-end-of = Avsluta { $name }
users-end-text = { $name } kommer inte in mer, och registret får en ny nyckel. Det kan ta en stund. Namnet står kvar på det som { $name } har gjort, och användaren tas aldrig bort.
users-end-cases = Ärenden där ingen annan är namngiven kan du som administratör ge någon annan tillgång till.
users-end-sure = Avsluta användaren
users-end-done = { $name } är avslutad, och registret har en ny nyckel.
users-end-finish = Gör klart avslutet
users-add = Lägg till användare
users-add-text = Den nya användaren väljer själv sin lösenfras, här vid datorn. Ingen annan ska känna till den.
users-add-send = Lägg till användaren
users-added = { $name } är tillagd och kan låsa upp med sin egen lösenfras.
users-changed = Ändringen är sparad.
users-passphrase = Den nya användarens lösenfras
users-activity-help = Välj bara något om användaren arbetar med något annat än enheten. Socialtjänst och hälso- och sjukvård hålls isär: ett ärende hör till den verksamhet som öppnade det.
users-save = Spara

## Vilka har tillgång, i ärendet

need-title = Vilka har tillgång
need-text = De här användarna kan öppna ärendet. Programmet håller reda på det, och antecknar varje öppning i listan nedan.
need-named-only = Någon i ärendet har skyddade uppgifter. Då kan bara de som är namngivna här öppna det.
need-coordinators = Samordnare i verksamheten kan också öppna ärendet: { $names }
need-since = { $way } { $day }
need-shut = Kan inte öppna nu
need-end = Avsluta tillgången
need-end-reason = Varför ska tillgången avslutas?
need-end-send = Avsluta tillgången
need-ended = { $name } har inte längre tillgång.
need-give = Ge någon tillgång
need-give-user = Vem ska få tillgång?
need-give-reason = Varför behöver hen det?
need-give-reason-help = Skriv inga uppgifter om personen. Skälet står kvar i loggen även när ärendet har gallrats.
need-give-send = Ge tillgång
need-given = { $name } har nu tillgång till ärendet.
need-other-branch = arbetar i en annan verksamhet
need-other-branch-text = Den du ger tillgång arbetar i en annan verksamhet. Att låta hen läsa är att lämna ut uppgifter: se till att personen har sagt ja, eller att det finns en annan grund.
need-acts = Så har tillgången ändrats
need-act = { $who }, { $way }
need-act-by = { $at } av { $by }
need-act-why = Skäl: { $reason }

## När ärendet inte får öppnas

no-access-title = Du har inte tillgång till ärendet
no-access-text = Ärendet öppnas bara av den som behöver det i sitt arbete. Behöver du det? Be någon av dem som kan ge dig tillgång.
no-access-ask = De kan ge dig tillgång
no-access-nobody = Ingen användare kan ge tillgång just nu. Fråga en administratör.
no-access-take-part = Ta del ändå
no-access-take-part-text = Har du ett skäl i ditt arbete kan du ta del själv. Det antecknas att du gjorde det och varför, och granskas vid loggkontrollen.
no-access-reason = Varför behöver du ärendet?
no-access-reason-help = Till exempel: vikarierar för den som är sjuk. Skriv inga uppgifter om personen.
no-access-take-part-send = Ta del av ärendet
no-access-give-text = Ingen som har ärendet är kvar. Du är administratör och kan ge någon tillgång. Det antecknas.
no-access-back = Till arbetslistan
find-case-title = Har du fått ett ärendenummer?
find-case-text = Ett ärende som du inte har tillgång till syns inte i listor och sökningar. Har du fått numret kan du gå dit, se vem du ska fråga, eller ta del med ett skäl.
find-case-number = Ärendets nummer
find-case-send = Gå till ärendet

## Loggen

access-own-choice = Eget val. Skäl: { $reason }
log-review-person = Personens sida: { $name }
log-review-person-protected = Sidan för en person som är skyddad eller utplånad
log-review-own-choices = { $count ->
    [0] Ingen har tagit del genom eget val eller gett sig själv tillgång.
    [one] En händelse gäller eget val, eller något som någon gav sig själv.
   *[other] { $count } händelser gäller eget val, eller något som någon gav sig själv.
    }
log-review-own-choices-only = Visa bara dem
log-review-all = Visa alla
