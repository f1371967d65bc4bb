### Ord för mötet: dagordning, rummet, visningsläge.

## Mötets gång
meeting-course-paused = Mötet började { $began } och pausades { $time }.
meeting-course-cancelled = Mötet är inställt.
meeting-agenda = Dagordning
meeting-copy = Personens eget exemplar

## Dagordningen
agenda-lead = Följ den så långt den hjälper er, och lämna den när samtalet behöver det.
agenda-none = Mötet har ingen dagordning, och behöver ingen.
agenda-lay = Lägg in ett förslag till dagordning
agenda-laid = Förslaget är inlagt. Ändra som ni vill.
agenda-change = Ändra dagordningen
agenda-noun = Punkt
agenda-add = Lägg till punkt
agenda-now = nu
agenda-minutes = { $minutes } min
agenda-unnamed = Punkt utan ord
agenda-left = { $minutes ->
    [one] En minut kvar av mötet, som slutar { $ends }.
   *[other] { $minutes } minuter kvar av mötet, som slutar { $ends }.
}
agenda-over = Den planerade tiden är slut. Ta den tid som behövs, eller boka en ny.
agenda-tight = Punkterna som återstår är tänkta till { $minutes } minuter. Välj det viktigaste, eller ta resten nästa gång.
agenda-all-done = Alla punkter är klara.
agenda-suggested-first = { $name } börjar: vad är viktigast nu?
agenda-suggested-round = Runda: vilka är här, och vad gör var och en?
agenda-suggested-goals = Mål, med personens egna ord
agenda-suggested-who = Vem gör vad, och när?
agenda-suggested-open = Olöst: vem tar det vidare, och när kommer svar?
agenda-suggested-worse = Om det blir värre: vad gör man, och vem ringer man?
agenda-suggested-next = Nästa gång: dag, tid och vem som kallar
agenda-suggested-read-back = Läs upp planen: stämmer den?

## Närvaron
presence-keys = Tryck på siffran framför namnet när du står i listan: första gången kommer personen, nästa gång går den.
presence-stay = { $from }–{ $to }
presence-stay-open = från { $from }
presence-part = kallad { $part }

## Vad alla inte får höra
limit-back-opens = Den som kommer tillbaka antecknas på nytt i utlämnandeloggen.
limit-nobody-to-ask = Ingen som kan samtycka är i rummet. Då återstår att gå ut en stund, eller att vänta med frågan.
consent-now-from = Vem samtycker?
consent-now-person = Personen själv
consent-now-withdraw = Säg också: ”Du kan ta tillbaka det när du vill.”

## När personen inte är här
meeting-away = Personen är inte här
away-lead = Mötet är personens. Välj vad ni gör, och skriv varför. Det står sedan i planen.
away-move-to = Ändra tiden under Kallelse
away-pause = Pausa mötet
away-paused = Mötet är pausat. Tryck på Mötet fortsätter när ni tar vid igen.
away-words = Det personen har sagt i förväg
away-no-words = Inget som personen har sagt i förväg är antecknat.
away-use-words = Skriv in orden i planen
away-words-used = Orden från förberedelsen står nu som personens egna ord.

## Bara för den som leder
leader-notes = Bara för dig som leder mötet
leader-notes-lead = Visas aldrig i visningsläget och skrivs aldrig ut.
leader-not-raised-none = Inget är antecknat.

## Visningsläget
show-open = Visa planen stort
show-title = Planen i visningsläge
show-leave = Lämna (Esc)
show-next = Nästa
show-previous = Föregående
show-position = { $number } av { $total }
show-nobody = Skriv först upp vilka som är här. Sedan kan planen visas stort, med det som alla i rummet får se.
show-held-back = En del av planen visas inte just nu.
show-words = { $name } säger
show-plan-of = Planen för { $name }
show-goal = Mål { $number }
show-no-measures = Ingen insats är skriven ännu.
show-loose = Insatser
show-others = Vad andra gör
show-own = Vad { $name } och de närmaste gör
show-open-questions = Olösta frågor
show-worse = Om det blir värre
show-braid = Vem gör vad, och när
show-next-time = Nästa gång
show-owner = tar det vidare: { $owner }
show-answer-by = svar senast { $day }
show-by = senast { $day }
show-from = från { $day }
show-overall = Övergripande ansvar: { $principal }
show-coordinator = Samordnare: { $coordinator }

## Personens eget exemplar
copy-lead = Personens egen sida kan skrivas ut och lämnas nu, innan ni skiljs åt.
copy-not-fixed = När planen är fastställd kan personens egen sida skrivas ut och lämnas här.
copy-to-plan = Till Plan

## Insatsens slag
measure-action-help = Räknas i statistiken, och visar när två huvudmän gör samma sak.

## Vad planen saknar
missing-follow-up-by = Det står inte vem som kallar till uppföljningen.
missing-party-ground = Det finns inget samtycke och ingen annan grund som gäller för { $who }.
missing-not-handed-over = Den fastställda planen är inte lämnad till { $who }.
missing-children-at-home = Det bor barn under 18 år hos personen, men det står inget om vad de behöver.
missing-guarantee-passed = Vårdgarantins sista dag har passerat, och personen väntar fortfarande.

## Papper
paper-plan-visits = Inte med hela tiden
paper-plan-visit-from = från { $time }
paper-plan-absence = Personen var inte med
paper-preparation-not-raised-kept = Det du har sagt är antecknat för den som leder mötet. Det skrivs inte ut.
