### Säkerhetskopior: göra dem, prova dem och sätta tillbaka dem.

## Kommandon, fält och fel

command-store-backup-made = gjorde en säkerhetskopia
command-store-plan-backups = ändrade hur säkerhetskopior görs
command-store-try-backup = provade en säkerhetskopia
command-store-restore = satte tillbaka registret från en säkerhetskopia
field-backup-made-folder = Mapp
field-backup-made-rows = Rader som jämfördes
field-backup-made-megabytes = Storlek i MB
field-backup-tried-folder = Mapp
field-backup-tried-whole = Allt stämde
field-backup-tried-cases = Antal ärenden
field-backup-tried-newest = Senast skrivet i kopian
field-restoration-folder = Säkerhetskopians mapp
field-restoration-set-aside = Mapp där det som fanns innan ligger kvar
error-backup-place-missing = Mappen finns inte just nu. Ligger den på ett USB-minne eller en annan disk: sätt i den och försök igen.
error-backup-in-store = Mappen ligger i registrets egen mapp. Välj en annan plats, helst på en annan disk, så att samma olycka inte tar båda.
error-backup-read-only = Det går inte att skriva i mappen. Är USB-minnet skrivskyddat, eller saknar du rättigheter dit? Välj en annan mapp eller ta bort skrivskyddet.
error-backup-no-room = Kopian får inte plats: det saknas { $missing } MB på den disken. Gör plats eller välj en annan mapp. Det du har skrivit är sparat som vanligt.
error-backup-disk-filled = Disken blev full medan kopian gjordes, så den räknas inte. Gör plats eller välj en annan mapp. Det du har skrivit är sparat som vanligt.
error-backup-differs = Kopian stämde inte när den lästes om, så den räknas inte. Försök igen, gärna till en annan disk: USB-minnet kan vara trasigt.
error-backup-stopped = Säkerhetskopian hann inte bli klar. Gör den igen.
error-backup-running = En säkerhetskopia håller på att göras. Vänta tills den är klar och försök igen.
error-not-a-backup = Det finns ingen säkerhetskopia i mappen.
error-backup-damaged = Säkerhetskopian är skadad. Ingenting har ändrats. Prova en annan kopia.
error-backup-newer = Säkerhetskopian är gjord av en nyare version av Samsyn. Installera den versionen och försök igen. Ingenting har ändrats.
error-backup-of-other = Säkerhetskopian hör till ett annat register.
error-store-open = Registret är öppet. Lås det först.
error-upgrade-needs-backup = Den nya versionen av Samsyn behöver göra en säkerhetskopia innan den ändrar registret, och det gick inte. Registret är orört. Oftast är disken full: gör plats och försök igen.
error-store-newer-version = Registret är skrivet av Samsyn { $version }, och det här är version { $own }. Installera Samsyn { $version } eller en senare version. Ingenting har ändrats.

## Under Inställningar

backup-title = Säkerhetskopior
backup-text = En kopia är krypterad som registret och öppnas med samma nycklar. Den räknas först när Samsyn har öppnat den igen och jämfört varje rad. Du kan arbeta under tiden.
backup-none = Ingen säkerhetskopia är gjord.
backup-newest = Den senaste gjordes { $when } av { $by } ({ $megabytes } MB).
backup-make = Säkerhetskopiera nu
backup-copying = Kopierar: { $percent } procent
backup-comparing = Jämför kopian med registret, rad för rad
backup-done = Säkerhetskopian är gjord och jämförd.
backup-failed = Säkerhetskopian blev inte gjord
backup-place-absent = Mappen för säkerhetskopior går inte att nå just nu. Sätt i USB-minnet eller disken innan du gör nästa kopia.
backup-place-synced = Mappen synkroniseras till en molntjänst. Kopian är krypterad, men fråga din it-avdelning om den får ligga där.
backup-list = Kopior som är gjorda
backup-list-when = När
backup-list-who = Vem
backup-list-where = Mapp
backup-plan-title = Var och hur ofta
backup-plan-save = Spara
backup-plan-saved = Sparat.
backup-place = Mapp för säkerhetskopior
backup-place-help = Hela sökvägen till en mapp som finns, helst på ett USB-minne eller en annan disk. Varje kopia får en egen mapp där. Lämna tomt om ni säkerhetskopierar på annat sätt.
backup-every-days = Påminn efter så många dagar
backup-every-days-help = Du blir påmind när något är skrivet i ett ärende och den senaste kopian är så gammal.
backup-keep = Spara så många kopior
backup-keep-help = Äldre kopior som Samsyn har gjort tas bort när en ny är klar. Andra filer i mappen rörs inte.

## Påminnelsen på arbetslistan

backup-waits-never = Ingen säkerhetskopia är gjord
backup-waits-written = Dags för säkerhetskopia
backup-waits-why-never = Det finns uppgifter i registret som bara finns på den här datorn.
backup-waits-why-written = Något är skrivet sedan den senaste kopian, som gjordes { $day }.
backup-waits-choose = Välj en mapp för säkerhetskopior

## Prova återläsning

try-title = Prova återläsning
try-text = Kopian öppnas vid sidan av registret och kontrolleras helt. Ingenting ändras. Skriv lösenfrasen eller återställningsnyckeln: då vet du att de fungerar den dag du behöver dem.
try-waits = Prova att en kopia går att läsa. Det är ett halvår sedan sist, eller aldrig gjort.
try-newest = Senast provat { $when } av { $by }.
try-newest-broken = Vid senaste provet { $when } stämde inte allt i kopian.
try-backup = Säkerhetskopia
try-do = Prova kopian
try-whole = Kopian går att läsa, och allt i den stämmer
try-broken = Kopian går att läsa, men allt i den stämmer inte
try-broken-text = Gör en ny säkerhetskopia och prova den. Behåll den här tills den nya har provats.
try-has = I kopian
try-now = I registret nu
try-cases = { $count ->
    [one] ett ärende
   *[other] { $count } ärenden
 }
try-written = senast skrivet { $when }
try-nothing-lost = Allt som finns i registret nu finns också i kopian.
try-lost = { $count ->
    [one] Ett ärende finns inte i kopian: { $numbers }.
   *[other] { $count } ärenden finns inte i kopian: { $numbers }.
 }
try-older = { $count ->
    [one] Ett ärende är nyare i registret än i kopian: { $numbers }.
   *[other] { $count } ärenden är nyare i registret än i kopian: { $numbers }.
 }
try-returning = { $count ->
    [one] Ett ärende i kopian har tagits bort ur registret sedan dess: { $numbers }. Sätts kopian tillbaka kommer det tillbaka.
   *[other] { $count } ärenden i kopian har tagits bort ur registret sedan dess: { $numbers }. Sätts kopian tillbaka kommer de tillbaka.
 }
secret-any = Lösenfras eller återställningsnyckel
secret-any-help = De som gällde när kopian gjordes. Även organisationens nyckel går bra.

## Sätta tillbaka en säkerhetskopia

restore-title = Sätt tillbaka en säkerhetskopia
restore-text = Det som finns i registrets mapp nu läggs åt sidan i en egen mapp och raderas inte. Kopian kontrolleras innan den tas i bruk. Det som är skrivet efter att kopian gjordes finns inte i den.
restore-open = Jag har en säkerhetskopia
restore-close = Tillbaka
restore-folder = Mapp med säkerhetskopior
restore-folder-help = Hela sökvägen till mappen där kopiorna ligger, eller till en kopia.
restore-find = Leta efter kopior
restore-choose = Välj säkerhetskopia
restore-made = Gjord { $when }
restore-do = Sätt tillbaka kopian
restore-done = Registret är tillbaka
restore-done-text = Lås upp med lösenfrasen som gällde när kopian gjordes, eller med återställningsnyckeln.
restore-last = Registret sattes senast tillbaka från en säkerhetskopia { $when }. Det som fanns innan ligger kvar i mappen { $folder }.
restore-last-empty = Registret sattes senast tillbaka från en säkerhetskopia { $when }.

## Utan fönster

cli-help-restore = Sätter tillbaka en säkerhetskopia. Det som finns läggs åt sidan och raderas inte.
cli-help-restore-folder = Säkerhetskopians mapp.
cli-help-try = Provar en säkerhetskopia: öppnar den vid sidan av registret och säger vad den innehåller.
cli-secret = Säkerhetskopians lösenfras eller återställningsnyckel:{" "}
cli-working-restore = Kontrollerar och sätter tillbaka säkerhetskopian
cli-working-try = Öppnar och kontrollerar säkerhetskopian
cli-restored = Registret är tillbaka och låst.
