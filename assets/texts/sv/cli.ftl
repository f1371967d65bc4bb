# Ord i samsyn-cli, programmet utan fönster.
cli-about = Samsyns kommandon utan fönster.
cli-usage = Användning
cli-commands = Kommandon
cli-options = Val
cli-exit-statuses =
    Svar: 0 gick bra, 2 nekades, 3 begäran gick inte att läsa, 4 kommandot finns inte, 64 raden gick inte att förstå.
    Den som nekas får en kod och en mening på stderr.
cli-help-help = Visar den här hjälpen.
cli-help-store = Mapp där registret finns. Utan val tas användarens egen.
cli-help-passphrase-fd = Läser lösenfrasen från en öppen filbeskrivare. Utan val frågas det efter den.
cli-help-call = Gör ett kommando. Begäran läses som JSON på stdin, svaret kommer på stdout.
cli-help-call-command = Kommandots namn, se "samsyn-cli commands".
cli-help-call-at = Ställer klockan (RFC 3339). Går bara i övningsregister.
cli-help-commands = Visar alla kommandon med scheman för begäran och svar, och deras koder, som JSON.
cli-help-commands-markdown = Visar dem i stället som ett dokument.
cli-help-example = Går igenom exempelfallet från behov till avslut i ett nytt övningsregister, och lägger alla dess PDF:er där.
cli-help-example-folder = Ny eller tom mapp.
cli-help-verify = Kontrollerar registret: filen, kedjorna och sigillet.
cli-help-statistics = Sparar ett års statistik som CSV, XLSX och PDF. Små tal är dolda.
cli-year = ÅR
cli-help-statistics-year = Kalenderår.
cli-help-statistics-folder = Mapp som filerna läggs i.
cli-help-backup = Gör en säkerhetskopia och kontrollerar att den går att öppna.
cli-help-backup-folder = Mapp som kopian läggs i.
cli-not-understood = Raden gick inte att förstå: { $what }. Se "samsyn-cli --help".
cli-request-not-read = Begäran gick inte att läsa som JSON (rad { $line }, tecken { $column }).
cli-passphrase-not-read = Lösenfrasen gick inte att läsa.
cli-reply-not-written = Svaret gick inte att skriva på stdout.
cli-passphrase = Lösenfras:{" "}
cli-working-verify = Kontrollerar registret
cli-working-backup = Gör säkerhetskopian
cli-example-key = Övningsregistrets nyckel (påhittad, gäller bara där): { $key }
cli-example-done = Klart. { $count } filer ligger i mappen.
cli-key-not-shown = Återställningsnyckeln visas inte här. Öppna registret i programmet: där får du en ny att skriva ut och skriva tillbaka.
