### Ord för hela SIP-processen: plantyper, roller, barn, utskrivning, skyddade uppgifter. Samma mönster som terms.ftl.

plan-type-sip-discharge = SIP vid utskrivning
plan-type-lss = Individuell plan enligt LSS

party-kind-guardian = Vårdnadshavare
party-kind-private = Privat utförare

activity-social-services = Socialtjänst
activity-disability = LSS-verksamhet
activity-municipal-health-care = Kommunal hälso- och sjukvård
activity-school = Skola eller elevhälsa
activity-primary-care = Primärvård
activity-psychiatry = Vuxenpsykiatri
activity-addiction-centre = Beroendecentrum
activity-child-psychiatry = BUP
activity-hospital = Slutenvård
activity-other = Annan verksamhet

role-code-initiator = Initiativtagare
role-code-convener = Sammankallande
role-code-documentation = Dokumentationsansvarig
role-code-trustee = God man
role-code-administrator = Förvaltare
role-code-agent = Ombud
role-code-personal-agent = Personligt ombud
role-code-support-person = Stödperson
role-code-case-manager = Vård- och stödsamordnare
role-code-interpreter = Tolk

other-plan-kind-compulsory-open-care = Samordnad vårdplan (LPT eller LRV)
other-plan-kind-lvm = Vård enligt LVM
other-plan-kind-implementation = Genomförandeplan
other-plan-kind-care = Vårdplan
other-plan-kind-lss = Individuell plan enligt LSS
other-plan-kind-school = Åtgärdsprogram i skolan
other-plan-kind-rehabilitation = Rehabiliteringsplan
other-plan-kind-other = Annan plan

custody-joint = Gemensam vårdnad
custody-one = Ensam vårdnad
custody-appointed = Särskilt förordnad vårdnadshavare

call-occasion-new = Ny
call-occasion-changed = Ändrad
call-occasion-cancelled = Inställt möte
call-occasion-reminder = Påminnelse

meet-apart-together = I samma rum, det är frågat och önskat
meet-apart-apart = Var för sig, på olika tider
meet-apart-video = Någon är med på video

absence-way-move = Mötet flyttas
absence-way-pause = Mötet pausas
absence-way-go-on = Mötet fortsätter med personens egna ord

meeting-mark-paused = Mötet pausades
meeting-mark-cancelled = Mötet ställdes in

information-kind-test-results = provsvar
information-kind-whereabouts = var någon bor, vistas eller kan träffas

disclosure-kind-notice = meddelande vid utskrivning
disclosure-kind-calendar = kalenderfil
disclosure-kind-package = hela ärendet i en krypterad fil

know-ground-maturity = Barnet är moget nog att bestämma själv
know-ground-serious-harm = Barnet skulle lida betydande men

closing-reason-consent-withdrawn = personen har tagit tillbaka sitt ja till SIP

measure-type-assessment = Utredning och bedömning
measure-type-early-detection = Tidig upptäckt
measure-type-early-measures = Tidiga insatser
measure-type-withdrawal-care = Abstinensbehandling eller tillnyktring
measure-type-medication = Läkemedelsbehandling
measure-type-psychosocial-treatment = Psykosocial behandling
measure-type-psychosocial-support = Psykosocialt stöd
measure-type-talk-support = Samtalsstöd
measure-type-comorbidity = Vård vid samsjuklighet
measure-type-infection-control = Smittskydd
measure-type-overdose-suicide = Förebygga dödsfall och suicid
measure-type-gambling = Hjälp mot spel om pengar
measure-type-housing = Boende och stöd i hemmet
measure-type-employment = Arbete och sysselsättning
measure-type-schooling = Skola och studier
measure-type-economy = Ekonomi och skulder
measure-type-relative-support = Stöd till närstående
measure-type-physical-care = Kroppslig hälsa och rehabilitering
measure-type-contact-person = Kontaktperson, kontaktfamilj eller ledsagning
measure-type-coordination = Samordning
measure-type-other = Annat

notice-kind-admission = Inskrivningsmeddelande
notice-kind-ready = Underrättelse om utskrivningsklar
notice-kind-ready-withdrawn = Inte längre utskrivningsklar
notice-kind-discharged = Utskriven

annulled-kind-ground = grund
annulled-kind-attachment = bilaga
annulled-kind-deviation = avvikelse
annulled-kind-evaluation = utvärdering
annulled-kind-offer = erbjudande
annulled-kind-signature = underskrift
annulled-kind-judgement = bedömning
annulled-kind-notice = meddelande vid utskrivning

draft-kind-attendance = kallad del av mötet
draft-kind-agenda-item = punkt på dagordningen
draft-kind-role = roll
draft-kind-other-plan = annan plan
draft-kind-child = om barnet

field-need-guarantee-on = Vårdgarantins sista dag
field-need-minor-children = Bor det barn under 18 år hos personen?

field-party-principal = Huvudman som svarar för den privata utföraren
field-party-protection = Skyddade personuppgifter
field-party-lives-with = Barnet bor hos den här vårdnadshavaren
field-party-form = Hur vill parten delta?

field-meeting-apart = Ska de som inte kan mötas träffas i samma rum?
field-meeting-place-reveals = Platsen röjer var någon med skydd bor eller vistas
field-meeting-interpreter = Tolk (språk och vem)
field-meeting-aids = Hjälpmedel och krav på lokalen
field-meeting-remind-on = Påminn de kallade
field-meeting-safety = Att tänka på för säkerheten, bara för den som leder
field-meeting-absence = Om personen inte kommer
field-meeting-absence-reason = Varför?

field-attendance-meeting = Möte
field-attendance-party = Part
field-attendance-starts = Från klockan
field-attendance-ends = Till klockan
field-attendance-about = Vilken del av mötet?
field-attendance-kinds = Vilka slags uppgifter röjer det?

field-agenda-item-meeting = Möte
field-agenda-item-text = Punkt
field-agenda-item-minutes = Minuter
field-agenda-item-done = Klar

field-role-role = Roll
field-role-party = Part
field-role-name = Namn
field-role-unit = Enhet eller organisation
field-role-phone = Telefon
field-role-note = Uppdragets omfattning

field-other-plan-kind = Vilken plan?
field-other-plan-text = Vad handlar den om?
field-other-plan-responsible = Vem svarar för den?
field-other-plan-party = Part
field-other-plan-review-on = Följs upp
field-other-plan-kinds = Vilka slags uppgifter röjer det?

field-child-custody = Vårdnad
field-child-custody-note = Att veta om vårdnaden
field-child-fb-6-13a = Beslut enligt 6 kap. 13 a § föräldrabalken
field-child-informed = Hur har barnet informerats?
field-child-takes-part = Hur deltar barnet i mötet?
field-child-opinion = Barnets åsikt, i barnets egna ord
field-child-opinion-by = Vem frågade, och hur?
field-child-best-interests = Barnets bästa: bedömning
field-child-best-interests-by = Vem bedömde?
field-child-kinds = Vilka slags uppgifter röjer det?

field-measure-action = Slag av insats

field-plan-frame-care-contact-phone = Så nås fast vårdkontakt
field-plan-frame-follow-up-by = Vem kallar till uppföljningen?
