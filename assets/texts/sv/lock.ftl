# Låset, platsen för registret och en disk som inte tar emot.

lock-before-sleep = Samsyn sparar och låser registret.

error-disk-read-only = Disken tar inte emot något, den kan bara läsas. Det som var sparat finns kvar. Kontrollera att disken inte är skrivskyddad och försök igen.
error-no-rights = Datorn låter dig inte skriva på den platsen. Det som var sparat finns kvar. Välj en annan plats, eller be den som sköter datorn om rätt att skriva där.
error-place-network = Registret ligger på en annan dator, via nätverket. Där kan det skadas utan att någon märker det, så det öppnas inte. Be den som sköter datorn att flytta hela mappen till datorns egen disk. Inget i den har ändrats.
error-place-synced = Registret ligger i en mapp som synkas mellan datorer, till exempel OneDrive, Dropbox eller Nextcloud. Där kan en äldre kopia skriva över det du har sparat, så det öppnas inte. Be den som sköter datorn att flytta hela mappen till en plats som inte synkas. Inget i den har ändrats.
error-place-roaming = Registret ligger i den del av din profil som följer med mellan datorer. Där kan en äldre kopia skriva över det du har sparat, så det öppnas inte. Be den som sköter datorn att flytta hela mappen till en plats som bara finns på den här datorn. Inget i den har ändrats.

command-form-list = läste halvskrivna formulär
command-form-keep = behöll ett halvskrivet formulär

not-saved = Inte sparat
save-again = Spara igen
space-low-title = Disken är snart full
space-low = Det finns { $megabytes } MB kvar på disken där registret ligger. Töm papperskorgen eller ta bort filer som inte behövs, så att det du skriver kan sparas.
