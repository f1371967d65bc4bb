### Länets siffror: organisationernas filer, och summan av dem.

county-title = Länets siffror
county-lead = Varje organisation lämnar sina siffror i en fil. Här läggs de ihop. Filerna innehåller antal, aldrig personer.
county-open = Länets siffror
county-open-why = Ska flera organisationers siffror läggas ihop?
county-counted-twice = En person som är känd hos flera huvudmän räknas en gång hos varje. Länets antal är alltså inte antalet olika personer.
county-year = År
county-shown = Siffrorna för { $year } visas

county-parts = Siffror som är med
county-parts-caption = Organisationer som är med { $year }
county-part-organisation = Organisation
county-part-signed = Siffrorna gjordes
county-part-key = Nyckel
county-part-own = er egen
county-part-now = räknas nu, i detta ögonblick
county-part-no-key = görs med första filen
county-part-given = av { $by }
county-part-received = tillagd { $at } av { $by }
county-part-program = Samsyn { $version }
county-part-actions = Ändra
county-part-remove = Ta bort
county-part-remove-whose = Ta bort siffrorna från { $organisation }
county-part-removed = Siffrorna från { $organisation } är borttagna ur summan
county-own-hint = Era egna siffror är med som de var när ni senast gjorde er fil. Gör en ny fil om de har ändrats, så att alla i länet får samma summa.
county-alone = Ingen annan organisation har lämnat siffror för { $year } än. Tabellerna visar bara era egna.
county-missing = Saknas
county-missing-text = De här har lämnat siffror för ett annat år, men inte för { $year }:
county-missing-hint = Programmet känner bara till dem som har lämnat siffror hit någon gång.
county-left-out = Allt kunde inte läggas till
county-left-out-text = De här måtten räknas på ett annat sätt hos { $organisation }. De är inte med i summan därifrån:
county-left-out-versions = { $name }: definition { $there } där, { $here } här
county-left-out-missing = { $name }: räknas inte där
county-left-out-unknown = { $name }: okänt här, definition { $there } där
county-left-out-same-fact = { $name }: räknas på samma sätt, men hör ihop med ett mått som skiljer sig

county-add = Lägg till en fil
county-add-text = Välj filen från en annan organisation, och skriv lösenfrasen som ni i länet har kommit överens om.
county-add-file = Fil
county-add-file-help = Filen slutar på .age.
county-add-passphrase = Länets lösenfras
county-add-send = Lägg till filen
county-added = Siffrorna från { $organisation } för { $year } är med.
county-added-first = Det är första gången något kommer därifrån. Ring och jämför nyckeln: { $fingerprint }
county-added-replaced = De ersätter siffrorna som gjordes { $day }.
county-key-changed = Nyckeln är en annan än förut
county-key-changed-text = Filen säger att den kommer från { $organisation }, men den är underskriven med en annan nyckel än förra gången. Någon annan kan ha gjort filen. Inget är tillagt.
county-key-before = Nyckeln förut
county-key-now = Nyckeln nu
county-key-ask = Ring { $organisation } på ett nummer som du redan har. Stämmer den nya nyckeln, siffra för siffra, kan du lägga till filen.
county-key-accept = Nyckeln stämmer. Lägg till filen

county-give = Lämna era siffror
county-give-text = Spara en fil med era siffror för { $year } och skicka den till den som lägger ihop länets siffror. Filen är underskriven, så att mottagaren ser att den kommer från er, och krypterad, eftersom små tal måste läggas ihop innan de döljs.
county-give-key = Er nyckel
county-give-key-help = Läs upp den för mottagaren första gången ni lämnar siffror.
county-give-passphrase = Länets lösenfras
county-give-passphrase-text = Kom överens om en lösenfras i länet, på ett annat sätt än filen går. Den sparas ingenstans.
county-give-send = Spara filen
county-given = Filen är sparad. Er nyckel står i listan över siffror som är med.

county-tables = Tabeller
county-save = Spara länets tabeller som fil
county-save-help = En CSV-fil för kalkylprogram. Det som inte visas här står inte heller i filen.
county-saved = Filen är sparad
county-legend = "Visas inte" är ett tal från 1 till { $most }, eller ett som ett sådant kunde räknas ut ur. Var och en vet sina egna siffror. Därför visas inte heller det som de andras små tal kunde räknas ut ur. "–" betyder att det inte finns något att räkna.

# Vad som hindrar.
error-county-file-damaged = Filen är inte en hel fil med siffror från Samsyn. Be organisationen spara den på nytt. Inget är tillagt.
error-county-file-too-large = Filen är större än en fil med siffror kan vara. Kontrollera att det är rätt fil. Inget är tillagt.
error-county-file-newer = Filen är gjord av en nyare version av Samsyn. Uppdatera programmet. Inget är tillagt.
error-county-file-forged = Underskriften stämmer inte: filen har ändrats efter att den gjordes. Be organisationen om en ny. Inget är tillagt.
error-county-file-unsound = Siffrorna i filen går inte ihop med varandra, eller är från ett år eller en dag som inte har kommit. Be organisationen göra filen på nytt. Inget är tillagt.
error-county-file-own = Filen är er egen. Era siffror är redan med.
error-county-file-older = Här finns redan senare siffror från samma organisation. Inget är ändrat.
error-county-key-changed = Filen är underskriven med en annan nyckel än förut. Inget är tillagt.

# Vad kommandona gjorde.
command-county-receive = lade till en organisations siffror
command-county-remove = tog bort en organisations siffror
command-county-file = lämnade siffror till länet
