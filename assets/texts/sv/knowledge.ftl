# Kunskapsstöd, hjälp och rundtur: ord på skärm och papper. Sidornas egen text står i assets/knowledge och assets/help.

## Kommandon
command-knowledge-list = visade kunskapsstödet
command-knowledge-show = läste en sida i kunskapsstödet
command-knowledge-preview = förhandsgranskade en sida
command-knowledge-write = skrev en egen sida i kunskapsstödet
command-knowledge-remove = tog bort en egen sida ur kunskapsstödet
command-knowledge-put-back = tog tillbaka en text i kunskapsstödet
command-knowledge-print = skrev ut en sida ur kunskapsstödet
command-help-show = läste hjälpen
command-help-tour-seen = såg rundturen

## Papper
paper-knowledge-header = Kunskapsstöd
paper-knowledge-advice = Råd, ingen regel.
paper-knowledge-shipped = Samsyn
paper-knowledge-shipped-read = Samsyn, lagtexten läst { $day }
paper-knowledge-own = egen sida av { $who }, { $day }
paper-knowledge-source = { $source } ({ $from })

## Listan
knowledge-title = Kunskapsstöd
knowledge-lead = Korta sidor att ha till hands. De öppnas också bredvid steget där de hjälper.
knowledge-shipped = Sidor som följer med
knowledge-own = Egna sidor
knowledge-own-none = Här finns plats för det som gäller just hos er: vem man ringer, hur tolk bokas, vad ni har kommit överens om.
knowledge-own-who = Samordnare och administratörer kan skriva egna sidor.
knowledge-removed = Borttagna egna sidor
knowledge-removed-again = Ta tillbaka
knowledge-about = Om Samsyn

## En sida
knowledge-advice = Råd, ingen regel
knowledge-advice-text = Programmets egna råd. Ingen lag eller riktlinje säger så.
knowledge-own-advice-text = Ingen källa är angiven.
knowledge-source = Källa
knowledge-read-on = lagtexten läst { $day }
knowledge-own-mark = Er egen sida
knowledge-replaced-mark = Er egen text
knowledge-written = Skriven av { $who } { $when }
knowledge-see-shipped = Läs texten som följer med
knowledge-see-own = Läs er egen text
knowledge-is-shipped = Det här är texten som följer med Samsyn. Er egen text visas annars.
knowledge-back = Till kunskapsstödet
knowledge-steps = Hjälper i
knowledge-file-name = kunskapsstod.pdf
knowledge-change = Ändra
knowledge-write-own = Skriv er egen text i stället
knowledge-new = Skriv en egen sida
knowledge-put-back = Ångra senaste ändringen
knowledge-remove = Ta bort er text
knowledge-remove-sure = Ta bort er egen text?
knowledge-remove-own = Sidan försvinner ur listan. Den går att ta tillbaka därifrån.
knowledge-remove-replaced = Texten som följer med visas igen. Er text går att ta tillbaka.
knowledge-is-back = Tillbaka: { $title }
knowledge-is-put-back = Den senaste ändringen är ångrad.
knowledge-is-saved = Sidan är sparad.

## Att skriva
knowledge-field-title = Rubrik
knowledge-field-text = Text
knowledge-field-text-help = # gör en rubrik, - en punkt i en lista och **så här** fet stil. Skriv aldrig om en verklig person.
knowledge-field-source = Källa
knowledge-field-source-help = Var det står, till exempel er överenskommelse och dess datum. Tomt visas som råd.
knowledge-field-steps = Var den hjälper
knowledge-save = Spara sidan
knowledge-preview = Visa hur det blir
knowledge-preview-title = Så här blir det
knowledge-preview-empty = Det finns ingen text att visa än.

## Bredvid steget
knowledge-beside = Bra att läsa här

## Hjälp
help-open = Hjälp
help-back = Tillbaka
help-more = Läs mer
help-all = Allt kunskapsstöd
help-tour = Rundtur
help-statement = Tillgänglighetsredogörelse
help-written = Skriven { $day }

## Rundtur
tour-title = Rundtur
tour-step = { $number } av { $total }
tour-next = Nästa
tour-previous = Tillbaka
tour-skip = Hoppa över
tour-done = Klart, till arbetslistan
tour-offer = Är du ny här?
tour-offer-text = Rundturen visar på ett par minuter vad varje plats är till för.
tour-offer-start = Ta rundturen
tour-offer-no = Nej tack
tour-welcome-title = Välkommen till Samsyn
tour-welcome-text = Samsyn hjälper dig från att någon ser ett behov till att planen är klar och följd. Du skriver, programmet sparar av sig självt och kommer ihåg vad som är nästa steg.
tour-welcome-more = Allt ligger krypterat på den här datorn. Ingenting går ut på nätet.
tour-list-title = Arbetslistan säger vad du gör nu
tour-list-text = Börja dagen här. Varje rad säger vad som ska göras och varför, och tar dig till rätt ställe. Det som skulle ha varit klart står först.
tour-list-more = Ingenting behöver bockas av. Raden försvinner när saken är gjord.
tour-person-title = Sök personen först
tour-person-text = En ny SIP börjar alltid med en sökning, så att ingen läggs in två gånger. Sedan följer ärendet nio steg, från Behov till Avslut. Du går fritt mellan dem.
tour-person-more = Är någons uppgifter skyddade döljs de överallt tills någon öppnar dem med ett skäl.
tour-consent-title = Samtycket är en grind
tour-consent-text = Ingen part kallas, får papper eller sitter i rummet utan en antecknad grund: vem, vad, åt vilket håll, hur länge. Programmet håller reda på det åt dig och säger till när något är stängt.
tour-consent-more = Allt annat påminner bara. Ingenting hindrar er från att mötas.
tour-meeting-title = Mötet, planen och pappren
tour-meeting-text = Skriv medan ni talas vid och läs upp innan ni går. Planen fastställs när det som lagen kräver finns med. Sedan får var och en sin kopia, och personen en egen sida på vanlig svenska.
tour-meeting-more = En fastställd version ändras aldrig. Det du skriver kan du ångra.
tour-help-title = Hjälp finns på varje sida
tour-help-text = Tryck på Hjälp längst upp, eller F1. Kunskapsstödet har korta sidor om lagen, barn, tolk, samtycke och annat.
tour-help-more = Vill du öva? Lås registret och tryck på Öva med påhittade fall. De kan inte gå sönder.
