### Vägarna in: lösenfras, återställningsnyckel, organisationens nyckel, och registrets egen nyckel bakom dem alla.

## Fel och kommandon

error-too-many-tries = { $seconds ->
    [one] För många felaktiga försök. Vänta en sekund och försök igen.
   *[other] För många felaktiga försök. Vänta { $seconds } sekunder och försök igen.
}
error-organisation-key-unreadable = Det går inte att läsa som en nyckel. Den hemliga börjar med AGE-SECRET-KEY-1 och den öppna med age1. Klistra in hela raden.
error-wrong-organisation-key = Nyckeln är rätt skriven men hör inte till det här registret.
error-header-altered = Nyckelfilen har ändrats av något annat än Samsyn. Därför öppnas registret inte. Lägg tillbaka nyckelfilen från den senaste säkerhetskopian, och berätta för it-stödet. Radera ingenting.
error-header-other = Nyckelfilen öppnar inte det här registret: den är äldre än registrets nyckel, eller hör till ett annat register. Lägg tillbaka nyckelfilen från den senaste säkerhetskopian. Radera ingenting.
error-user-unchosen = Välj vem den nya lösenfrasen är till.
error-passphrase-taken = Den lösenfrasen går inte att använda här. Välj en helt annan.
error-store-older = Registret är skrivet av en version från före den första utgåvan, och kan inte läsas. Inget har ändrats.
command-store-unlock-by-recovery = låste upp med återställningsnyckeln och valde en ny lösenfras
command-store-unlock-by-organisation = låste upp med organisationens nyckel och valde en ny lösenfras
command-store-new-organisation-key = tog fram en ny nyckel åt organisationen
command-store-set-organisation-key = lade in organisationens nyckel
command-store-confirm-organisation-key = prövade organisationens nyckel
command-store-remove-organisation-key = tog bort organisationens nyckel
command-store-rekey = bytte registrets nyckel
command-store-change-passphrase = bytte en lösenfras som kan ha läckt, och registrets nyckel

## Dörren

unlock-has-recovery = Jag har återställningsnyckeln
unlock-has-organisation = Jag har nyckel från organisationen
unlock-organisation-title = Lås upp med organisationens nyckel
unlock-organisation-lead = Den som förvarar organisationens hemliga nyckel, ofta it, låser upp här. Användaren väljer en ny lösenfras på samma gång.
unlock-organisation-key = Organisationens hemliga nyckel
unlock-organisation-key-help = Klistra in raden som börjar med AGE-SECRET-KEY-1, eller hela innehållet i filen.
unlock-for-whom = Vem är den nya lösenfrasen till?

## Lösenfras och återställningsnyckel

passphrase-leaked = Någon annan kan känna till lösenfrasen
passphrase-leaked-help = Då byts även registrets nyckel, så att den gamla lösenfrasen inte heller öppnar det som någon kan ha kopierat från datorn och som skrivs senare. Det kan ta en stund.
passphrase-and-key-changed = Lösenfrasen och registrets nyckel är bytta.
passphrase-changed-key-waits = Lösenfrasen är bytt, men registrets nyckel kunde inte bytas nu. En administratör gör det under Inställningar.
recovery-seen = Någon annan kan ha sett papperet
recovery-seen-help = Då byts även registrets nyckel. Det kan ta en stund.

## Organisationens nyckel

organisation-key-title = Organisationens nyckel
organisation-key-text = Med den kommer arbetsgivaren in när den som arbetar här är sjuk eller har slutat. Registret har bara den öppna halvan. Den hemliga förvaras av organisationen, till exempel av it i ett kassaskåp, och aldrig på den här datorn.
organisation-key-none = Registret har ingen sådan nyckel. Då är lösenfraserna och återställningsnyckeln de enda vägarna in.
organisation-key-public = Öppen nyckel
organisation-key-optional = Organisationens öppna nyckel, om ni har en
organisation-key-optional-help = Börjar med age1. Fråga it. Den kan också läggas in senare, under Inställningar.
organisation-key-confirmed = Organisationens hemliga nyckel har prövats, och öppnar registret.
organisation-key-unconfirmed = Nyckeln är inte prövad
organisation-key-unconfirmed-text = Ingen har visat att den hemliga nyckeln finns kvar och stämmer. Pröva den nu, så vet ni att den fungerar den dag den behövs.
organisation-key-make = Ta fram ett nytt nyckelpar
organisation-key-make-again = Byt mot ett nytt nyckelpar
organisation-key-made = Spara den hemliga nyckeln nu
organisation-key-made-text = Den visas bara den här gången. Spara filen på ett usb-minne till den som ska förvara den, och ta bort den från datorn. Den som har nyckeln kan läsa allt i registret.
organisation-key-secret = Hemlig nyckel
organisation-key-save = Spara nyckeln som fil
organisation-key-file-name = samsyn-organisationens-nyckel.txt
organisation-key-saved = Filen är sparad. Pröva den här nedanför.
organisation-key-try = Klistra in den hemliga nyckeln ur filen
organisation-key-try-do = Pröva nyckeln
organisation-key-have = It har redan ett nyckelpar
organisation-key-have-help = Den öppna halvan, som börjar med age1. Den kan göras med age-keygen.
organisation-key-set = Lägg in den öppna nyckeln
organisation-key-is-set = Nyckeln är inlagd.
organisation-key-remove = Ta bort organisationens nyckel
organisation-key-removed = Organisationens nyckel är borttagen. Byt även registrets nyckel, om den hemliga halvan kan vara i orätta händer.

## Registrets egen nyckel

store-key-title = Registrets nyckel
store-key-text = Bakom lösenfraserna finns en nyckel som hela registret är krypterat med. Byt den när någon som har kunnat låsa upp inte längre får det. Hela registret krypteras då om. Alla lösenfraser och nycklar som gäller nu gäller även efteråt. Äldre säkerhetskopior öppnas med det som gällde när de gjordes.
store-key-due = Registrets nyckel behöver bytas
store-key-due-text = Någon som har kunnat låsa upp får det inte längre. Byt nyckel, så att det som kan ha sparats då inte öppnar det som skrivs nu.
store-key-change = Byt registrets nyckel
store-key-changing = Krypterar om registret …
store-key-changed = Registret har en ny nyckel.
