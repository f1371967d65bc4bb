### Den egna sidan: det som personen får med sig hem. Den som vill skriva sidan på ett annat språk översätter alla raderna i
### den här filen till own-page.ftl i språkets mapp; det som saknas där står på svenska.

## Dagar och tider
paper-day-and-time = { $day } kl. { $time }
paper-weekday-1 = måndag
paper-weekday-2 = tisdag
paper-weekday-3 = onsdag
paper-weekday-4 = torsdag
paper-weekday-5 = fredag
paper-weekday-6 = lördag
paper-weekday-7 = söndag
paper-month-1 = januari
paper-month-2 = februari
paper-month-3 = mars
paper-month-4 = april
paper-month-5 = maj
paper-month-6 = juni
paper-month-7 = juli
paper-month-8 = augusti
paper-month-9 = september
paper-month-10 = oktober
paper-month-11 = november
paper-month-12 = december

## Runt sidan
paper-header-version = Ärende { $case } · version { $version }
paper-crisis-call = Ring
paper-plan-care-contact = Fast vårdkontakt
paper-plan-follow-up-open = Nästa möte är inte bokat än.
paper-care-contact-open = inte utsedd ännu
paper-follow-up-by = Kallar till uppföljningen: { $who }

## På klarspråk
paper-own-title = Min plan
paper-own-lead = Hej { $name }! Det här är din plan i korthet. Hela planen står på ett eget papper.
paper-own-goals = Det här vill jag
paper-own-who = Vem gör vad, och när?
paper-own-person-open = Inte klart vem
paper-own-starts = Börjar { $day }.
paper-own-due = Klart senast { $day }.
paper-own-you = Det här gör jag själv
paper-own-close = Det här gör de som står mig nära
paper-own-call = Vem ringer jag?
paper-own-coordinator = Om planen
paper-own-next = När ses vi igen?
paper-own-worse = Vad gör jag om det blir värre?
paper-own-open = Det här är inte klart än
paper-own-question = Tas upp av { $owner }.
paper-own-question-by = Tas upp av { $owner }. Svar senast { $day }.
paper-own-rights = Planen är din. Säg till om något inte stämmer eller om du vill ändra något. Du kan avsluta den när du vill.

## Lättläst: en mening på varje rad
paper-page-easy-title = Min plan, lättläst
paper-page-easy-lead = Hej { $name }! Det här är din plan.
paper-page-easy-made = Ni gjorde den på mötet { $day }.
paper-page-easy-goals = Det här vill du
paper-page-easy-who = Det här ska andra göra
paper-page-easy-person-open = Det är inte klart vem.
paper-page-easy-starts = Det börjar { $day }.
paper-page-easy-due = Det ska vara klart { $day }.
paper-page-easy-you = Det här ska du göra
paper-page-easy-close = Det här gör de som står dig nära
paper-page-easy-call = Vem ringer du?
paper-page-easy-call-who = Ring { $who }.
paper-page-easy-number = Numret är { $phone }.
paper-page-easy-care-contact = Din fasta kontakt i vården: { $who }.
paper-page-easy-next = När ses ni igen?
paper-page-easy-next-open = Dagen är inte bestämd.
paper-page-easy-next-day = Ni ses { $day }.
paper-page-easy-next-time = Ni börjar klockan { $time }.
paper-page-easy-next-place = Platsen är { $place }.
paper-page-easy-worse = Om det blir värre
paper-page-easy-worse-call = Ring { $who }.
paper-page-easy-open = Det här är inte klart
paper-page-easy-open-owner = { $owner } tar reda på mer.
paper-page-easy-open-by = Du får svar senast { $day }.
paper-page-easy-rights = Planen är din
paper-page-easy-rights-text =
    Säg till om något är fel.
    Säg till om du vill ändra något.
    Du får sluta när du vill.

## För ett barn
paper-page-child-title = Min plan
paper-page-child-lead = Hej { $name }! Det här är din plan. Den säger vad andra ska göra för att du ska få det bra.
paper-page-child-made = Den gjordes på mötet { $day }.
paper-page-child-opinion = Det här har du sagt
paper-page-child-goals = Det här vill du
paper-page-child-who = Det här ska andra göra
paper-page-child-person-open = Det är inte bestämt vem som gör det.
paper-page-child-starts = Det börjar { $day }.
paper-page-child-due = Det ska vara klart { $day }.
paper-page-child-you = Det här gör du
paper-page-child-close = Det här gör de som finns nära dig
paper-page-child-call = Vem kan du fråga?
paper-page-child-call-who = Du kan ringa till { $who }.
paper-page-child-number = Numret är { $phone }.
paper-page-child-next = När träffas ni igen?
paper-page-child-next-open = Dagen är inte bestämd än. Du får veta när den är det.
paper-page-child-next-day = Ni träffas { $day }.
paper-page-child-next-time = Mötet börjar klockan { $time }.
paper-page-child-next-place = Platsen är { $place }.
paper-page-child-worse = Om det blir svårare
paper-page-child-worse-call = Ring { $who }, eller be en vuxen att ringa.
paper-page-child-open = Det här är inte klart än
paper-page-child-open-owner = { $owner } tar reda på mer.
paper-page-child-open-by = Du får svar senast { $day }.
paper-page-child-rights = Det är din plan
paper-page-child-rights-text =
    Du får säga vad du tycker.
    Säg till om något är fel eller känns dåligt.
    Du får fråga hur mycket du vill.
