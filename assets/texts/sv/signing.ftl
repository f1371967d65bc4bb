### Underskrift med kort (PKCS#11), och kontroll av underskrifter i en fil.

signature-manner-card = med kort
card-field = Elektronisk underskrift
card-file = Plan, version { $number }, underskriven med kort
card-title = Skriv under med kort
card-lead = Planen sparas som en fil med din underskrift i. Har någon redan skrivit under versionen med kort läggs din underskrift till i samma fil.
card-reading = Läser kortet …
card-read = { $count ->
    [one] Kortet är läst: ett certifikat.
   *[other] Kortet är läst: { $count } certifikat.
}
card-read-again = Läs kortet igen
card-none = Inget kort med ett certifikat för underskrift hittades. Sätt kortet i läsaren och läs kortet igen.
card-certificate = Vilket certifikat ska du skriva under med?
card-holder = { $holder } ({ $card })
card-valid-to = Gäller till { $on }.
card-expired = Har gått ut: gällde till { $on }.
card-not-yet = Har inte börjat gälla.
card-for-signatures = För underskrift.
card-for-login = För legitimering, inte särskilt för underskrift.
card-issuer = Utfärdat av { $issuer }.
card-pin-last-try = Du har ett försök kvar innan kortet låser sig.
card-pin-locked = Kortets pinkod är låst. Lås upp den med det program som hör till kortet.
card-name = Vem skriver under?
card-pin = Pinkod för underskrift
card-pin-help = Koden skickas till kortet och sparas inte. Kortet låser sig efter några felaktiga koder.
card-sign = Skriv under
card-done = Underskriven med kort

signing-title = Underskrift med kort
signing-lead = Den som har ett kort med e-legitimation kan skriva under planen i programmet. Ange var kortläsarens program finns, en så kallad PKCS#11-modul. Fråga it-stödet om du är osäker. Lämna tomt om ni inte använder kort.
signing-module = Plats för PKCS#11-modulen
signing-module-help = Till exempel /usr/lib/x86_64-linux-gnu/opensc-pkcs11.so
signing-change = Spara
signing-on = Underskrift med kort är på.
signing-off = Underskrift med kort är av.

signature-check = Kontrollera elektroniska underskrifter i { $label }
signature-check-none = Filen har inga elektroniska underskrifter.
signature-check-trust = Programmet kontrollerar att filen är oförändrad och att underskriften hör till certifikatet. Om den som har gett ut certifikatet går att lita på kontrolleras inte här.
signature-check-signer = { $signer }, certifikat från { $issuer }
signature-check-nobody = Okänd person
signature-check-claimed = Uppgiven tid: { $at }
signature-check-whole = Underskriften gäller hela filen.
signature-check-part = Filen har ändrats efter den här underskriften, till exempel när någon annan skrev under. Underskriften gäller filen som den var då.
verdict-sound = Giltig: filen är oförändrad sedan underskriften.
verdict-changed = Ogiltig: innehållet har ändrats efter underskriften.
verdict-invalid = Ogiltig: underskriften hör inte till certifikatet, eller är inte vad den utger sig för.
verdict-unknown = Underskriften är av ett slag som programmet inte kan kontrollera.

command-version-sign-with-card = skrev under en version med kort
command-store-set-signing-module = ändrade inställningen för underskrift med kort

error-signing-off = Underskrift med kort är inte påslagen. Ange kortläsarens program under Inställningar.
error-card-module = Kortläsarens program kunde inte startas. Kontrollera platsen under Inställningar, eller be it-stödet om hjälp.
error-card-missing = Inget kort med certifikatet hittades. Sätt kortet i läsaren och läs kortet igen.
error-certificate-expired = Certifikatet har gått ut. Välj ett annat, eller förnya certifikatet på kortet.
error-certificate-not-yet-valid = Certifikatet har inte börjat gälla. Välj ett annat, eller kontrollera att datorns klocka går rätt.
error-certificate-unusable = Certifikatet går inte att skriva under med, för kortet har ingen nyckel till det. Välj ett annat.
error-pin-last-try = Pinkoden stämmer inte. Du har ett försök kvar innan kortet låser sig.
error-pin-length = Pinkoden är kortare eller längre än kortets koder kan vara. Skriv koden för underskrift.
error-pin-wrong = Pinkoden stämmer inte. Kortet låser sig efter några felaktiga koder.
error-pin-locked = Kortets pinkod är låst eller måste bytas. Lås upp kortet eller byt kod med det program som hör till kortet.
error-card-failed = Kortet skrev inte under. Ta ut kortet, sätt i det igen och försök en gång till. Inget har sparats.
error-pdf-unreadable = Filen går inte att läsa som en pdf. Den kan vara skadad eller ändrad.
