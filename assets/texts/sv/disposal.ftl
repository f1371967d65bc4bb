### Gallring: den plan som bestämmer, arkivexemplar, undantag, listan och intyget.

## Koder, kommandon, fält och fel

hold-reason-placed-child = barnet är eller har varit placerat
hold-reason-parentage = det gäller föräldraskap eller adoption
hold-reason-supervision = tillsyn eller annan granskning pågår
hold-reason-appeal = något är överklagat eller ligger hos en domstol
hold-reason-chosen = ärendet är utvalt för att bevaras
hold-reason-other = annat skäl
disposal-hindrance-no-plan = ingen dokumenthanteringsplan är inlagd
disposal-hindrance-no-years = planen anger ingen tid för den här verksamheten
disposal-hindrance-too-early = tiden har inte gått ut
disposal-hindrance-open = ärendet är inte avslutat
disposal-hindrance-away = en kollega har ärendet
disposal-hindrance-kept-for-all = planen bevarar allas ärenden
disposal-hindrance-research-birth = bevaras för forskning
disposal-hindrance-birth-unknown = födelsedatum saknas, så det går inte att se om ärendet ska bevaras för forskning
disposal-hindrance-held = undantaget från gallring
disposal-hindrance-archive-copy-missing = arkivexemplar i egen akt är inte antecknat
annulled-kind-archive-copy = arkivexemplar
command-disposal-list = läste gallringslistan
command-disposal-set-plan = ändrade vad dokumenthanteringsplanen säger
command-disposal-archive-copy = antecknade arkivexemplar i egen akt
command-disposal-hold = undantog ärendet från gallring
command-disposal-lift = upphävde ett undantag från gallring
command-disposal-carry-out = gallrade ärenden enligt planen
command-disposal-print = tog ut gallringslistan på papper
command-disposal-certificate = tog ut ett gallringsintyg
field-archive-copy-version = Version
field-archive-copy-what = Vad som är arkiverat
field-archive-copy-place = Var det finns
field-archive-copy-on = När
field-archive-copy-filed-by = Vem som arkiverade
field-disposal-hold-reason = Skäl att undanta från gallring
field-disposal-hold-note = Varför
field-disposal-hold-lifted-hold = Undantag som upphör
field-disposal-hold-lifted-reason = Varför undantaget upphör
field-disposal-certificate-title = Titel
field-disposal-certificate-controller = Personuppgiftsansvarig
field-disposal-certificate-unit = Enhet
field-disposal-certificate-reference = Plan
field-disposal-certificate-adopted-on = Planens datum
field-disposal-certificate-years = År efter sista anteckningen
field-disposal-certificate-first-year = Första året med sista anteckning
field-disposal-certificate-last-year = Sista året med sista anteckning
field-disposal-certificate-cases = Ärenden
field-disposal-certificate-people = Personer
field-disposal-certificate-files = Bilagor
field-disposal-certificate-rows = Rader
cli-help-disposal = Visar vilka ärenden som ska gallras enligt nämndens plan, och vad som hindrar de andra. Inget gallras.
error-not-due = Minst något av det valda ska inte gallras i dag enligt planen. Inget är gallrat. Öppna listan på nytt.
error-confirmation-differs = Antalet stämmer inte med de valda ärendena. Inget är gallrat.
error-case-not-closed = Ärendet är inte avslutat. Arkivexemplaret antecknas när det är det.
error-kept-too-short = { $fewest ->
    [5] Kortare tid än fem år godtas inte här. Kontrollera vad planen säger.
   *[other] Patientjournaler ska enligt 3 kap. 17 § patientdatalagen bevaras i minst tio år. Kontrollera vad planen säger.
    }

## I ärendet, under Avslut

archive-title = Arkiv och gallring
archive-lead = Det som ska bevaras läggs i er egen akt innan något gallras här. Anteckna vad som är arkiverat och var det finns.
archive-copies = Arkivexemplar i egen akt
archive-missing = Arkivexemplar i egen akt är inte antecknat
archive-missing-text = Skriv ut eller spara hela ärendet, lägg det i akten och anteckna det här. Innan dess gallras ärendet aldrig.
archive-missing-again = Det som är antecknat gäller en tidigare version, eller antecknades innan ärendet avslutades. Anteckna det som ligger i akten nu.
archive-line = { $what }: { $place }
archive-line-who = Arkiverat { $on } av { $who }
archive-new = Anteckna arkivexemplar
archive-document = Vad är arkiverat?
archive-document-whole = Hela ärendet
archive-document-version = Version { $number } av planen
archive-document-other = Annat
archive-what = Beskriv vad som är arkiverat
archive-what-help = Till exempel "Hela ärendet, utskrivet och inlagt som PDF/A".
archive-place = Var finns det?
archive-place-help = Akten eller arkivet och dess nummer.
archive-on = Arkiverat den
archive-filed-by = Vem arkiverade?
archive-filed-by-help = Namn och titel.
archive-record = Anteckna arkivexemplaret
disposal-when = Gallring
disposal-from = Kan gallras tidigast { $from }
disposal-from-by = Kan gallras tidigast { $from } och ska vara gallrat senast { $by }
disposal-by-plan = Tiden räknas från den sista anteckningen i ärendet, så som er dokumenthanteringsplan säger. Skriver någon i ärendet flyttas dagen fram.
disposal-hinders = Det som hindrar nu
disposal-holds = Undantag från gallring
disposal-holds-text = Ska ärendet bevaras längre, till exempel för att barnet är placerat eller för att tillsyn pågår? Anteckna det, så gallras ärendet inte.
disposal-hold-line = Undantaget { $on } av { $by }
disposal-hold-new = Undanta ärendet från gallring
disposal-hold-reason = Varför ska ärendet bevaras?
disposal-hold-note = Beskriv skälet
disposal-hold-record = Undanta från gallring
disposal-lift-new = Upphäv undantaget
disposal-lift-reason = Varför gäller undantaget inte längre?
disposal-lift-record = Upphäv undantaget

## Planen, under Inställningar

disposal-title = Gallring
disposal-settings = Ärenden gallras enligt nämndens dokumenthanteringsplan. Programmet vet inte själv hur länge något ska bevaras. Skriv in vad planen säger, så visar det vilka ärenden som ska gallras och när.
disposal-open = Gå till gallring
disposal-plan-title = Det här säger planen
disposal-plan-change = Ändra vad planen säger
disposal-plan-send = Spara
disposal-plan-changed = Det som planen säger är sparat.
disposal-plan-reference = Planens namn eller diarienummer
disposal-plan-adopted-on = Beslutad den
disposal-plan-social = Socialtjänst: år efter sista anteckningen
disposal-plan-health = Hälso- och sjukvård: år efter sista anteckningen
disposal-plan-years-help = Lämna tomt om planen inte säger något.
disposal-plan-next-year = Gallringen ska vara gjord före utgången av året efter det år då tiden gick ut
disposal-plan-research = Planen bevarar ärenden för forskning om personen är född den 5, 15 eller 25 i någon månad
disposal-plan-everyone = Planen bevarar allas ärenden
disposal-plan-everyone-help = Till exempel i ett län eller en kommun där inget gallras. Då visar listan aldrig något att gallra.
disposal-plan-clear = Töm alla fält om ingen plan gäller. Då gallras inget.
disposal-plan-none = Ingen dokumenthanteringsplan är inlagd, så inget ska gallras
disposal-plan-none-text = Gallring beslutas av nämnden i dess dokumenthanteringsplan och aldrig vid en dator. När planens nummer, datum och tider är inlagda visas här vad som ska gallras.
disposal-plan-no-years = Planen anger inga tider, så inget ska gallras
disposal-plan-no-years-text = Skriv in hur många år efter sista anteckningen som ärendena bevaras enligt planen.
disposal-plan-kept = Planen bevarar allas ärenden, så inget ska gallras
disposal-years = { $years } år
disposal-says-nothing = Anges inte
disposal-exemptions = Undantag i planen
disposal-exemption-research = Födda den 5, 15 och 25 bevaras för forskning
disposal-exemption-none = Inga
disposal-finish = Ska vara gjort
disposal-finish-next-year = Före utgången av året efter
disposal-finish-none = Planen anger ingen sista dag

## Listan

disposal-lead = Det som nämndens dokumenthanteringsplan säger ska gallras tas bort för alltid, och ett intyg blir kvar.
disposal-due-title = Ska gallras
disposal-due-none = Inget ska gallras nu.
disposal-due-text = Listan visar ärendenas nummer och inga namn. Välj vad som ska gallras.
disposal-next = Nästa ärendes tid går ut { $day }.
disposal-later = { $count ->
    [one] Ett ärende till finns, och dess tid har inte gått ut.
   *[other] { $count } ärenden till finns, och deras tid har inte gått ut.
}
disposal-hurt = Ett eller flera ärenden kan inte läsas, eftersom något i dem har gått förlorat: { $numbers }. De gallras inte. Gör dem först hela från en säkerhetskopia, under Inställningar.
disposal-untimed = { $count ->
    [one] För ett ärende anger planen ingen tid. Kontrollera planen, och vad enheten arbetar med under Inställningar.
   *[other] För { $count } ärenden anger planen ingen tid. Kontrollera planen, och vad enheten arbetar med under Inställningar.
}
disposal-hindered-title = Tiden har gått ut, men något hindrar
disposal-table-case = Ärende
disposal-table-last-entry = Sista anteckning
disposal-table-from = Tidigast
disposal-table-hindrance = Det som hindrar
disposal-choose = Ärenden att gallra
disposal-choice = { $number }, sista anteckning { $last }
disposal-choice-late = { $number }, sista anteckning { $last }, skulle ha varit gallrat { $by }
disposal-confirm = Skriv hur många som ska gallras, sammanlagt
disposal-confirm-help = Det går inte att ångra. Personer och bilagor som inte har något annat ärende tas bort samtidigt.
disposal-send = Gallra för alltid
disposal-done = { $cases ->
    [0] Gallringen är gjord.
    [one] Ett ärende är gallrat.
   *[other] { $cases } ärenden är gallrade.
} { $contacts ->
    [0] Intyget finns kvar nedan.
    [one] En första kontakt är gallrad. Intyget finns kvar nedan.
   *[other] { $contacts } första kontakter är gallrade. Intyget finns kvar nedan.
}
disposal-print = Listan på papper
disposal-backups-title = Äldre säkerhetskopior har kvar det gallrade
disposal-backups-text = En säkerhetskopia som gjordes före gallringen går att läsa tillbaka med allt som fanns då. Gör en ny kopia, prova den och förstör sedan de äldre.
disposal-backups-open = Gå till säkerhetskopior
disposal-backups-older = Kopior från tiden före den senaste gallringen
disposal-copies-beside = Kopior i registrets egen mapp
disposal-copies-beside-text = De blev kvar när registret återställdes, räddades eller uppgraderades. Be den som sköter datorn att förstöra dem.
disposal-backup-line = { $at }: { $folder }
disposal-certificates = Intyg
disposal-certificates-none = Inget har gallrats här.
disposal-certificate-line = Gallrat { $day }
disposal-certificate-what = { $cases ->
    [0] inget ärende
    [one] ett ärende
   *[other] { $cases } ärenden
}, { $people ->
    [0] ingen person
    [one] en person
   *[other] { $people } personer
}, { $files ->
    [0] ingen bilaga
    [one] en bilaga
   *[other] { $files } bilagor
}
disposal-certificate-by = Av { $by }, enligt { $plan }

## Papper

paper-disposal-title = Gallringslista
paper-disposal-day = Det vars tid har gått ut { $day }
paper-disposal-controller = Personuppgiftsansvarig
paper-disposal-plan = Dokumenthanteringsplan
paper-disposal-plan-line = { $reference }, beslutad { $day }
paper-disposal-due = Att gallra
paper-disposal-unnamed = Listan visar ärendenas nummer och inga namn.
paper-disposal-no-plan = Ingen dokumenthanteringsplan är inlagd i programmet, så inget ska gallras.
paper-disposal-nothing = Ingen tid har gått ut.
paper-disposal-case = Ärende
paper-disposal-last-entry = Sista anteckning
paper-disposal-from = Tidigast
paper-disposal-by = Senast
paper-disposal-state = Läge
paper-disposal-late = Skulle ha varit gallrat { $day }
paper-disposal-is-due = Ska gallras
paper-disposal-approved = Gallringen får utföras
paper-disposal-archivist = Arkivansvarig
paper-certificate-title = Gallringsintyg
paper-certificate-lead = Det här har gallrats och finns inte kvar i programmet.
paper-certificate-unit = Enhet
paper-certificate-what = Handlingar
paper-certificate-kind = Ärenden om samordnad individuell plan med planer, samtycken, kallelser, anteckningar och bilagor
paper-certificate-cases = Antal ärenden
paper-certificate-people = Personer utan annat ärende
paper-certificate-files = Bilagor
paper-certificate-rows = Rader i registret
paper-certificate-years = År för sista anteckningen
paper-certificate-kept = Bevarade efter den
paper-certificate-kept-years = Minst { $years } år
paper-certificate-on = Gallrat den
paper-certificate-by = Gallrat av
paper-certificate-copies = Innan gallringen var det antecknat för varje ärende att arkivexemplar ligger i den egna akten.
paper-certificate-left = Det gallrade är borttaget ur registrets tabeller, sökning, historik och lediga utrymme. Säkerhetskopior som gjordes tidigare ska förstöras för sig. I åtkomstloggen står kvar vem som har haft ett ärende eller en första kontakt öppen, med det skäl som skrevs där någon tog del av det genom ett eget val.
paper-certificate-id = Intygets beteckning: { $id }
paper-file-archived = Arkivexemplar och undantag från gallring
paper-file-held = Undantaget från gallring
paper-file-held-at = Antecknat { $at } av { $by }
paper-file-lifted = Upphävt { $at }: { $reason }
