# Första kontakt: vem som hörde av sig, om vad, och vad det blev.

## Koder

contact-who-person = personen själv
contact-who-relative = närstående
contact-who-staff = personal hos någon annan
contact-who-other = någon annan
contact-outcome-told = fick svar direkt
contact-outcome-booked = fick en bokad tid
contact-outcome-pointed-on = fick hjälp vidare till någon annan
contact-outcome-case = blev ett ärende
contact-outcome-nothing = inget mer behövs
disposal-hindrance-waits = någon väntar på svar

## Kommandon och fält

command-contact-list = såg listan över första kontakter
command-contact-add = började anteckna en första kontakt
command-contact-show = öppnade en första kontakt
command-contact-set = ändrade en första kontakt
command-contact-undo = ångrade i en första kontakt
command-contact-redo = gjorde om i en första kontakt
command-contact-open-case = öppnade ett ärende av en första kontakt
command-contact-destroy = förstörde en första kontakt efter beslut
command-contact-figures = räknade första kontakter
field-first-contact-entered-at = Inskriven
field-first-contact-entered-by = Inskriven av
field-first-contact-activity = Verksamhet
field-first-contact-came-on = Dag
field-first-contact-clock = Klockslag
field-first-contact-who = Vem hörde av sig?
field-first-contact-caller = Vad heter den som hörde av sig?
field-first-contact-caller-phone = Telefon till den som hörde av sig
field-first-contact-first-name = Förnamn
field-first-contact-last-name = Efternamn
field-first-contact-identity = Personnummer
field-first-contact-phone = Telefon
field-first-contact-protection = Skyddade uppgifter
field-first-contact-about = Vad gäller det?
field-first-contact-areas = Områden
field-first-contact-seeking-since = Har sökt hjälp sedan
field-first-contact-outcome = Vad blev det?
field-first-contact-outcome-words = Till vem, vilken tid eller vilket svar?
field-first-contact-answered-on = Svar gavs
field-first-contact-taken-by = Togs emot av
field-first-contact-holder = Vem har hand om det nu?
field-first-contact-case = Ärende
field-contact-opening-title = Titel
field-contact-opening-user = Användare
field-contact-opening-contact = Första kontakt
field-disposal-certificate-contacts = Första kontakter

## Listan

contacts-title = Första kontakt
contacts-lead = Någon hör av sig. Anteckna vem, om vad och vad det blev, så att ingen blir utan svar.
contacts-add = Ny kontakt
contacts-waiting = Väntar på svar ({ $count })
contacts-waiting-none = Ingen väntar på svar
contacts-waiting-none-text = Alla som har hört av sig har fått svar. Tryck på Ny kontakt när någon hör av sig.
contacts-first = Här börjar vägen in
contacts-first-text = Tryck på Ny kontakt när någon ringer, skriver eller kommer förbi. Det räcker att skriva vad det gäller. Den som vill får vara anonym. Behövs en SIP blir kontakten ett ärende med ett tryck.
contacts-done = Har fått svar ({ $count })
contacts-done-more = Visa { $count } till
contact-anonymous = Anonym
contact-waited = { $days ->
    [0] Hörde av sig i dag
    [one] Har väntat på svar i en dag
   *[other] Har väntat på svar i { $days } dagar
}
contact-answered-in = { $days ->
    [0] Svar samma dag
    [one] Svar efter en dag
   *[other] Svar efter { $days } dagar
}
contact-came = Kom { $day }
contact-holder = Hos { $name }
contact-holder-none = Ingen har hand om det än
contact-to-case = Till ärendet

## Kontakten

contact-lead = Allt sparas medan du skriver. Inget fält måste fyllas i.
contact-when = När och vem
contact-whom = Vem gäller det?
contact-whom-help = Den som vill vara anonym får vara det. Lämna då fälten tomma.
contact-what = Anledning
contact-answer = Svar
contact-answer-help = Så länge inget är valt står kontakten kvar bland dem som väntar på svar.
contact-holder-help = Den som har hand om kontakten ser den i sin arbetslista. Har ingen hand om den står den i allas.
contact-protection-help = Har personen skyddade uppgifter syns kontakten bara för den som skrev in den och den som har hand om den.
contact-identity-help = Behövs bara om det ska bli ett ärende.
contact-about-help = Skriv kort, med ord som den det gäller skulle känna igen.
contact-ended = Avslutad
contact-case-title = Blir det ett ärende?
contact-case-text = Personen, orden och dagen följer med till ärendets behov. Kontakten avslutas samtidigt.
contact-case-open = Öppna ett ärende
contact-case-ended = Kontakten blev ärendet { $number }
contact-case-ended-text = Det som står här går att läsa men inte att ändra. Arbetet går vidare i ärendet.
contact-case-identity = Skriv ett personnummer eller samordningsnummer, så att ärendet hamnar hos rätt person.
contact-case-name = Skriv personens för- och efternamn.
contact-case-namesake = Det finns redan någon med ett mycket likt namn
contact-case-namesake-text = Titta på den personen först. Är det samma person öppnas ärendet där.
contact-case-same = Det är samma person
contact-case-other = Det är en annan person
contact-case-go = Gå till fältet

## Arbetslistan

worklist-contacts = Har hört av sig och väntar på svar ({ $count })
worklist-contacts-why = Den som söker hjälp ska inte behöva undra om någon har hört.

## Statistiken

contact-figures = Första kontakter
contact-figures-count = Första kontakter
contact-figures-count-means = Gånger som någon hörde av sig.
contact-figures-waiting = Väntar på svar
contact-figures-waiting-means = De som ännu inte har fått svar.
contact-figures-days = Dagar till svar, median
contact-figures-days-means = Från den dag någon hörde av sig till svaret. Hälften fick svar snabbare.
contact-figures-longest = Dagar till svar, längst
contact-figures-longest-means = Den som väntade längst av dem som fått svar.
contact-figures-who = Vem hörde av sig
contact-figures-outcome = Vad blev det

## Åtkomstlogg och gallring

log-review-contact = Första kontakt: { $name }
log-review-contact-unnamed = En första kontakt
disposal-contacts-choose = Första kontakter att gallra
disposal-contact-choice = Första kontakt, sista anteckning { $last }
disposal-contact-choice-late = Första kontakt, sista anteckning { $last }, skulle ha varit gallrad { $by }
disposal-certificate-contacts = { $contacts ->
    [one] Dessutom en första kontakt.
   *[other] Dessutom { $contacts } första kontakter.
}
paper-disposal-contact = Första kontakt
paper-certificate-contacts = Antal första kontakter
paper-certificate-contacts-kind = Första kontakter, med vem som hörde av sig, vad det gällde och vad det blev

## Beslutad förstöring av en första kontakt
contact-destroy-fold = Förstör kontakten efter beslut
contact-destroy-text = Har en myndighet beslutat att uppgifterna ska förstöras, kan kontakten tas bort för alltid. Det går inte att ångra. Det som blir kvar är ett intyg om beslutet, utan personuppgifter. Säkerhetskopior som är gjorda tidigare har kvar kontakten: förstör dem också.
contact-destroy-send = Förstör kontakten för alltid
contact-destroy-done = Kontakten är förstörd. Ett intyg om beslutet finns kvar.
