### Ord för utskrivning, individuell plan enligt LSS och andra planer.

## Kind of plan
plan-type-choose = Vilken plan ska göras?
plan-type-help-sip = För den som behöver att kommunen och regionen samordnar sina insatser.
plan-type-help-sip-discharge = För den som är inskriven på sjukhus och behöver insatser från båda huvudmännen efteråt. Har en klocka från utskrivningsklar till kallelse.
plan-type-help-lss = För den som har insatser enligt LSS och vill ha en plan. Ses över minst en gång om året.
paper-plan-title-plan-type-sip-discharge = Samordnad individuell plan vid utskrivning
paper-plan-title-plan-type-lss = Individuell plan enligt LSS
paper-copy-title-plan-type-sip-discharge = Kopia av samordnad individuell plan vid utskrivning
paper-copy-title-plan-type-lss = Kopia av individuell plan enligt LSS
paper-law-discharge = Kallelsen följer { $law }.
paper-law-lss = Den individuella planen görs enligt { $law }.

## Notices at discharge
notice-reason = Skyldigheten att underrätta enligt { $law }
command-notice-record = antecknade ett meddelande vid utskrivning
error-not-a-discharge = Meddelanden vid utskrivning hör bara till en SIP vid utskrivning.
error-time-unreadable = Klockslaget går inte att läsa. Skriv till exempel 10.40.
error-school-may-not-call = En skola kallar bara till SIP om den lokala överenskommelsen säger det. Be kommunens socialtjänst eller regionen att kalla, eller ange överenskommelsen i inställningarna.
task-call-at-discharge = Kalla till SIP vid utskrivning
task-why-call-at-discharge = Den fasta vårdkontakten kallar inom tre dagar från att patienten är utskrivningsklar, om inget annat är överenskommet. Lördag och söndag räknas.
task-lss-review = Se över den individuella planen
task-why-lss-review = En individuell plan enligt LSS ses över minst en gång om året.
paper-notice-kind-admission = Patienten är inskriven i sluten vård. Det här meddelandet kräver inget samtycke.
paper-notice-kind-ready = Patienten är utskrivningsklar. Den här underrättelsen kräver inget samtycke.
paper-notice-kind-ready-withdrawn = Patienten är inte längre utskrivningsklar. Den tidigare underrättelsen gäller inte.
paper-notice-kind-discharged = Patienten är utskriven från den slutna vården.
paper-notice-when = Lämnat
paper-notice-sender = Från
paper-notice-recipients = Till
paper-notice-expected = Beräknad utskrivning
paper-notice-care-contact = Fast vårdkontakt
paper-notice-note = Mer om meddelandet
paper-notice-law = Meddelandet lämnas enligt { $law }.
paper-notice-law-call = Den fasta vårdkontakten kallar till samordnad individuell planering enligt { $law }.
document-notice = { $kind }, { $day }
discharge-title = Utskrivning
discharge-lead = Meddelandena lämnas av skyldighet och kräver inget samtycke. De säger bara det som står i dem.
discharge-none = Inget meddelande är antecknat.
discharge-notice-line = { $kind } { $day } kl. { $clock }, från { $sender } till { $who }.
discharge-expected-line = Beräknad utskrivning { $day }.
discharge-record = Anteckna ett meddelande
discharge-save = Anteckna meddelandet
discharge-kind = Vilket meddelande?
discharge-on = Dag
discharge-clock = Klockslag
discharge-clock-help = Klockslaget räknas: betalningsansvaret beror på om underrättelsen lämnas före kl. 12.
discharge-sender = Vem lämnade det?
discharge-parties = Till vem?
discharge-no-parties = Lägg först till parterna i steget Parter och samtycke.
discharge-expected-on = Beräknad utskrivning
discharge-note = Mer som meddelandet säger
discharge-delivery = Hur lämnades det?
discharge-clock-title = Klockan
discharge-ready = Utskrivningsklar { $day } kl. { $clock }
discharge-ready-no-clock = Utskrivningsklar { $day }
discharge-call-by = Kallelsen ska vara sänd senast { $day }
discharge-days-left = { $days ->
    [0] Sista dagen är i dag.
    [1] En dag kvar.
   *[other] { $days } dagar kvar.
}
discharge-days-late = { $days ->
    [1] Dagen gick ut i går.
   *[other] Dagen gick ut för { $days } dagar sedan.
}
discharge-called-in-time = Kallelsen sändes { $at }, i tid.
discharge-called-late = Kallelsen sändes { $at }, efter sista dagen.
discharge-weekend = Lördag och söndag räknas. Lagen har ingen helgregel, så det tidigare datumet gäller.
discharge-agreement = Dagarna följer överenskommelsen i länet: { $source }
discharge-liability = Betalningsansvar kan börja tidigast { $day }
discharge-liability-lead = Det gäller bara om båda villkoren är uppfyllda. Programmet räknar inga pengar.
discharge-condition-call = Kallelsen är sänd
discharge-condition-care = Regionens egna insatser i den öppna vården är tillgängliga
discharge-condition-met = ja
discharge-condition-unmet = nej
discharge-condition-unknown = inte angivet
discharge-out = Utskriven { $day }.
field-need-open-care = Är regionens egna insatser i den öppna vården tillgängliga?

## Other plans, children, waiting
paper-plan-other-plans = Andra planer
paper-column-other-plan = Plan
paper-column-responsible = Ansvarig
paper-column-review = Följs upp
paper-part-other-plans = Andra planer
other-plans-title = Andra planer
other-plans-lead = SIP:en visar vilka andra planer som finns, så att de hänger ihop.
other-plan-add = Lägg till en plan
other-plan-noun = Plan
need-minor-children-help = Barn under 18 år hemma ska få den information och det stöd de behöver. Skriv hur i steget Förberedelse.
need-guarantee-help = Om väntan blir längre påminner planen om det.

## Any principal
organisation-activity = Verksamhet
organisation-activity-help = Programmet föreslår parter efter vad ni arbetar med.
school-not-principal = En skola är inte huvudman i en SIP. Den kan därför inte ha det övergripande ansvaret, och det den gör står som åtgärd av annan.
agreements-title = Lokala överenskommelser
agreements-lead = Fyll bara i det som står i er överenskommelse. Lämna annars tomt, så gäller lagen.
agreements-school-may-call = En skola får kalla till SIP
agreements-school-is-called = En skola kallas i stället för att bjudas in
agreements-discharge-call-days = Dagar från utskrivningsklar till kallelse
agreements-liability-days = Dagar från utskrivningsklar till betalningsansvar
agreements-law-default = Lämna tomt om lagens tre dagar gäller.
agreements-source = Var står det?
error-not-a-principal = Meddelandet går bara till enheter i en kommun eller region.
error-duty-too-wide = Skyldigheten att informera vid utskrivning öppnar bara själva meddelandet, inte planen och inte mötet. Välj en annan grund.
