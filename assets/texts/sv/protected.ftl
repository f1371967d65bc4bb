### Ord för skyddade personuppgifter.

protected-hidden = Skyddad uppgift
protected-fields = { $fields } visas först när du öppnar.
protected-municipality = Folkbokföringskommun
protected-open = Öppna
protected-open-whose = skyddade uppgifter för { $who }
protected-reason = Varför behöver du se uppgiften?
protected-reason-help = Ditt namn, tiden och skälet skrivs i ärendets historik.
protected-open-now = Öppna och anteckna
protected-opened = Öppnat av dig. Uppgifterna döljs igen när du lämnar sidan.
protected-opened-announced = Skyddade uppgifter visas
protected-no-case = De kan öppnas när personen har ett ärende, eftersom öppningen skrivs i ärendets historik.

apart-title = Mötas eller inte
apart-why = Någon i ärendet har skyddade personuppgifter. Fråga den som har skyddet, för sig, hur mötet kan bli tryggt.
apart-ask = Fråga innan någon närstående bjuds in. Inbjudan kan skickas när frågan är besvarad.
apart-link-help = Den som har skyddade uppgifter, eller inte får veta platsen, får länken i stället.
apart-reveals-help = Platsen står då bara på papper till den som får veta var någon bor eller vistas.
field-meeting-link = Länk för den som är med på video

field-protected-opening-party = Vems uppgifter
field-protected-opening-reason = Skäl

command-protected-open = öppnade skyddade uppgifter
error-meeting-apart-unasked = Någon som ska delta har skyddade uppgifter. Svara först på om de ska mötas i samma rum.
error-protected-unopened = Uppgiften är skyddad. Öppna den först, så att du ser vad du ändrar och det antecknas varför.
task-meet-apart = Fråga om alla kan mötas i samma rum
task-why-meet-apart = Någon som ska delta har skyddade uppgifter. Innan det är frågat kan ingen närstående bjudas in.

party-name = Namn
party-relation = Vad är hon eller han till personen?

# Namn som röjer var någon är.
field-party-reveals = Namnet röjer var någon med skydd finns
party-reveals-help = Den som inte får veta var någon finns ser bara vad det är för slags part, till exempel ”skola”.

# Den som saknar födelsedatum i sitt nummer.
field-person-born-on = Född
person-born-on-help = Reservnumret säger inte när personen är född. Utan datum vet programmet inte om personen är ett barn.
missing-age-unknown = Ingen vet hur gammal personen är. Är personen under 18 år gäller reglerna för barn.
age-unknown-title = Åldern är okänd
age-unknown-text = Är { $name } under 18 år gäller reglerna för barn: då ska någon bedöma vem som samtycker. Skriv födelsedatum på personens sida.
age-unknown-link = Till uppgifterna om personen
