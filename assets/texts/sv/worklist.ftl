# Arbetslistan: vad som väntar, hur nära det är, och vems det är.

## Vems

worklist-of = Vems ärenden
worklist-of-mine = Mina ({ $count })
worklist-of-unit = Enhetens ({ $count })
worklist-of-all = Alla ({ $count })
worklist-of-colleague = En kollegas
worklist-colleague = Kollega
worklist-mine-none = Inget ärende står i ditt namn
worklist-mine-none-text = Ett ärende blir ditt när du öppnar det, eller när någon ger dig tillgång. Välj Enhetens eller Alla för att se fler.

## Hur nära

task-when-late = Försenat
task-when-today = I dag
task-when-week = Inom en vecka
task-when-later = Senare
task-when-undated = Utan bestämd dag
worklist-count = { $late ->
    [0] { $today ->
        [0] Inget är försenat, och inget måste göras i dag.
        [one] Ett ärende har något att göra i dag. Inget är försenat.
       *[other] { $today } ärenden har något att göra i dag. Inget är försenat.
    }
    [one] { $today ->
        [0] Ett ärende är försenat.
        [one] Ett ärende är försenat, och ett till har något att göra i dag.
       *[other] Ett ärende är försenat, och { $today } till har något att göra i dag.
    }
   *[other] { $today ->
        [0] { $late } ärenden är försenade.
        [one] { $late } ärenden är försenade, och ett till har något att göra i dag.
       *[other] { $late } ärenden är försenade, och { $today } till har något att göra i dag.
    }
}
worklist-count-week = { $week ->
    [0] { "" }
    [one] Ett ärende har något att göra inom en vecka.
   *[other] { $week } ärenden har något att göra inom en vecka.
}
worklist-group = { $when } ({ $count })
worklist-jump = Hoppa till
worklist-more-cases = Visa { $count } ärenden till
worklist-more-tasks = { $count ->
    [one] En sak till att göra
   *[other] { $count } saker till att göra
}

## Klockor

worklist-clocks = Tider i ärendet
clock-waiting = Väntan
clock-call-at-discharge = Kallelse vid utskrivning
clock-liability = Kommunens betalningsansvar kan börja
clock-need-to-call = Kallelse enligt länets tid
clock-need-to-meeting = Möte enligt länets tid
clock-care-guarantee = Vårdgarantin
clock-waited = { $days ->
    [0] sedan i dag
    [one] en dag, sedan { $day }
   *[other] { $days } dagar, sedan { $day }
}
clock-left = { $days ->
    [0] i dag
    [one] en dag kvar, { $day }
   *[other] { $days } dagar kvar, { $day }
}
clock-over = { $days ->
    [one] en dag över tiden, { $day }
   *[other] { $days } dagar över tiden, { $day }
}
clock-passed = sedan { $day }
paper-clock-waited = { $days } dagar
paper-clock-left = { $days } dagar kvar
paper-clock-over = { $days } dagar över tiden
paper-worklist-all = Alla ärenden
paper-worklist-contact = Första kontakt
paper-worklist-waiting = Svara den som har hört av sig. Väntan i dagar: { $days }
