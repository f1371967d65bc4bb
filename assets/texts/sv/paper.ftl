### Ord som bara står på papper. Koder och fackord finns i terms.ftl.

## Sidan
paper-page = Sida { $page } av { $pages }
paper-header = Ärende { $case }
paper-subject = Plan { $case }, version { $version }, SHA-256 { $hash }
paper-draft-mark = UTKAST
paper-draft-notice = UTKAST. Det här är ett utkast. Det är inte fastställt och kan ändras.
paper-untitled = Dokument utan rubrik
paper-nothing = –
paper-open = ej klart
paper-person-open = ansvarig person ej klar
paper-ground = Lämnas med stöd av
paper-left-out = Något är utelämnat här. Du ser det som personen har sagt ja till att du får se, eller som en annan antecknad grund öppnar.

## Vilken plan det är, i andra texter
paper-meeting-of-plan-type-sip = SIP-möte
paper-meeting-of-plan-type-sip-discharge = SIP-möte vid utskrivning
paper-meeting-of-plan-type-lss = möte om individuell plan
paper-meeting-of-plan-type-neutral = möte om individuell plan
paper-plan-of-plan-type-sip = en samordnad individuell plan, SIP
paper-plan-of-plan-type-sip-discharge = en samordnad individuell plan, SIP, vid utskrivning
paper-plan-of-plan-type-lss = en individuell plan enligt LSS
paper-plan-of-plan-type-neutral = en individuell plan
paper-name-of-plan-type-sip = samordnad individuell plan
paper-name-of-plan-type-sip-discharge = samordnad individuell plan vid utskrivning
paper-name-of-plan-type-lss = individuell plan enligt LSS
paper-name-of-plan-type-neutral = individuell plan
paper-plan-title-plan-type-neutral = Individuell plan
paper-copy-title-plan-type-neutral = Kopia av individuell plan

## Underskrift
paper-signature-place-and-date = Ort och datum
paper-signature-name = Namnteckning
paper-signature-drawn-alt = Ritad underskrift: { $name }, { $role }, { $at }
paper-signature-drawn-at = Bekräftat på skärm { $at }

## Gemensamt
paper-person = Gäller
paper-manner = Hur det gavs
paper-taken-by = Togs emot av
paper-logo = Logotyp: { $name }
paper-letterhead-phone = Telefon { $phone }

## Kolumner
paper-column-measure = Insats
paper-column-other-measure = Åtgärd
paper-column-goal = Mål
paper-column-principal = Ansvarig huvudman
paper-column-who = Vem
paper-column-when = När
paper-column-question = Fråga
paper-column-solution = Så löstes den
paper-column-owner = Tas upp av
paper-column-answer-by = Svar senast
paper-column-name = Namn
paper-column-role = Roll
paper-column-day = Datum
paper-column-manner = Hur
paper-column-part = Del av planen
paper-column-before = Före
paper-column-after = Efter
paper-column-together = Gemensam skattning
paper-column-own = Egen skattning
paper-column-note = Kommentar
paper-column-state = Läge
paper-column-why = Om inte: varför
paper-column-recipient = Till vem
paper-column-what = Vad
paper-column-delivery = Hur, och av vem

## Ja till SIP
paper-yes-title = Ja till { $name }
paper-yes-lead = En samordnad individuell plan, SIP, görs bara om du vill. Här står vad du har svarat.
paper-yes-lead-plan-type-lss = En individuell plan enligt LSS görs bara om du vill. Här står vad du har svarat.
paper-yes-answer = Svar
paper-yes-on = Dag
paper-yes-words = Med egna ord
paper-yes-means = Det här betyder ett ja
paper-yes-means-plan = Kommunen och regionen gör en plan tillsammans med dig. Där står vem som gör vad, och när.
paper-yes-means-free = Du kan när som helst säga att du inte vill ha någon plan längre.
paper-yes-means-secrecy = Ett ja till en plan är inte ett samtycke till att uppgifter om dig lämnas. Det frågar vi om för sig, part för part.

## Inför mötet
paper-preparation-title = Inför ditt { $meeting }
paper-preparation-lead = Det här bladet är ditt. Fyll i det som känns viktigt, och hoppa över resten. Du väljer själv vad du vill visa på mötet.
paper-preparation-important = Vad är viktigt för dig?
paper-preparation-works = Vad fungerar?
paper-preparation-hard = Vad är svårt?
paper-preparation-change = Vad vill du förändra?
paper-preparation-who = Vilka vill du ha med på mötet? Finns det någon som inte ska vara med?
paper-preparation-not-raised = Finns det något som inte får tas upp?
paper-preparation-way = Hur vill du delta? Tänk på plats, var du vill sitta och hur länge mötet får vara.
paper-preparation-support = Vilket stöd behöver du? Det kan vara en tolk, ett hjälpmedel eller någon vid din sida.
paper-preparation-children = Har du barn? Vem är med dem under mötet, och vad behöver de få veta?
paper-preparation-note = Bladet lämnas inte till någon annan utan att du vill det.

## Samtycke
paper-consents-title = Samtycke till att uppgifter lämnas
paper-consents-lead = Här står vad du har svarat för varje part: vad den får veta, och hur länge. Den som inte står här, eller som du har sagt nej till, får inte veta något utan en annan antecknad grund.
paper-consents-rights = Dina rättigheter
paper-consents-withdraw = Du kan när som helst ta tillbaka ett samtycke, helt eller till en del. Säg det till oss, så slutar vi lämna uppgifter från den dagen.
paper-consents-nobody-else = Samtycket gäller bara de parter och de slag av uppgifter som står här.
paper-consents-log = Vi antecknar varje gång något lämnas ut. Du kan få se anteckningarna.
paper-ground-answer = Svar
paper-ground-basis = Annan grund än samtycke
paper-ground-reason = Skäl
paper-ground-scope = Uppgifter
paper-ground-except = Undantaget
paper-ground-direction = Riktning
paper-ground-attends = Möte
paper-ground-attends-yes = Får kallas och vara med på möten
paper-ground-attends-no = Får inte kallas till möten
paper-ground-purpose = Vad uppgifterna ska användas till
paper-ground-valid = Gäller
paper-ground-valid-between = från { $from } till och med { $to }
paper-ground-valid-from = från { $from } och tills vidare
paper-ground-given = Hur det gavs
paper-ground-told = Återkallelse
paper-ground-told-yes = Personen har fått veta att samtycket kan tas tillbaka
paper-ground-told-no = Personen har inte fått veta att samtycket kan tas tillbaka
paper-ground-withdrawn = Återkallat från

## Kallelse och inbjudan
paper-call-title = Kallelse till { $meeting }
paper-invitation-title = Inbjudan till { $meeting }
paper-call-lead = Du kallas till ett möte om { $plan }.
paper-call-own-measures = Bara dina egna åtgärder
paper-call-whole-plan = Hela planen
paper-call-plan = Planen
paper-invitation-lead-other = Du bjuds in till ett möte om { $plan }.
paper-invitation-lead = Välkommen till ett möte om { $plan }. Personen som planen gäller vill att du är med.
paper-call-to = Till
paper-call-about = Gäller
paper-call-from = Från
paper-call-answer-by = Svara senast
paper-meeting-kind = Slag av möte
paper-meeting-kind-first = { $meeting }
paper-meeting-time = Tid
paper-meeting-form = Form
paper-meeting-place = Plats
paper-meeting-leader = Mötesledare
paper-meeting-note-taker = Antecknar
paper-meeting-purpose = Syfte
paper-meeting-purpose-general = Att komma överens om vem som gör vad, så att stöd och insatser hänger ihop.
paper-meeting-questions = Frågor till mötet
paper-call-others = Övriga som kallas eller bjuds in
paper-call-prepare = Att förbereda
paper-call-may-see = Det här får du se
paper-call-except = Undantaget: { $kinds }
paper-call-reply = Svar
paper-call-duty = När en huvudman bedömer att en SIP behövs ska kommunen och regionen göra den tillsammans ({ $law }). Kan du inte komma, sänd någon som kan besluta i ditt ställe.
paper-call-duty-plan-type-lss = Planen görs enligt { $law }. Kan du inte komma, sänd någon som kan besluta i ditt ställe.
paper-invitation-free = Du bestämmer själv om du kommer. Hör gärna av dig i god tid, så vet vi.
paper-call-reply-comes = Jag kommer
paper-call-reply-replacement = Jag sänder någon annan: namn, titel och telefon
paper-call-reply-later = Jag kan vara med på annat sätt, till exempel på telefon
paper-call-reply-cannot = Jag kan inte komma, och varför
paper-call-secrecy = Innehållet omfattas av sekretess. Personen anges med ärendenummer och initialer. Ring oss om du behöver veta vem det gäller.

## Brev till personen
paper-letter-title = Ditt { $meeting }
paper-letter-greeting = Hej { $name }!
paper-letter-lead = Nu är ditt möte bokat. Det handlar om dig, och du är den viktigaste på mötet.
paper-letter-who = De här kommer eller är kallade
paper-letter-about = Det här pratar vi om
paper-letter-yours = Det är ditt möte
paper-letter-first = Du får börja berätta, om du vill.
paper-letter-choose = Du väljer vad du vill ta upp. Du behöver inte svara på allt.
paper-letter-pause = Vi tar paus när du vill.
paper-letter-change = Du kan ändra dig om vilka som ska vara med. Säg det till oss före mötet eller när det börjar.
paper-letter-wishes = Så här vill du ha det
paper-letter-cannot = Kan du inte komma?
paper-letter-call-us = Ring oss på { $phone }, så hittar vi en annan tid eller ett annat sätt.
paper-letter-tell-us = Säg till oss, så hittar vi en annan tid eller ett annat sätt.
paper-letter-closing = Välkommen!

## Planen
paper-plan-title = Samordnad individuell plan
paper-copy-title = Kopia av samordnad individuell plan
paper-plan-about = Planen gäller
paper-plan-number = Ärende
paper-plan-version = Version
paper-plan-fixed = Version { $version }, fastställd { $day } av { $who }
paper-plan-change = Ändrat
paper-plan-meeting = Möte
paper-plan-present = Närvarande
paper-plan-absent = Frånvarande
paper-plan-own-words = Med egna ord
paper-plan-situation = Nuläge
paper-plan-goals = Mål
paper-plan-goal = Mål { $number }
paper-plan-goal-term = Mål { $number }, { $term }
paper-plan-measures = Insatser som behövs, och vem som ansvarar
paper-plan-measures-caption = Insatser som kommunen och regionen ansvarar för
paper-plan-no-measures = Inga insatser är inskrivna än.
paper-plan-starts = från { $day }
paper-plan-due = senast { $day }
paper-plan-other-measures = Åtgärder av någon annan än kommunen och regionen
paper-plan-no-other-measures = Ingen annan vidtar åtgärder.
paper-plan-other-measures-open = Det är inte angivet om någon annan vidtar åtgärder.
paper-plan-responsibility = Ansvar för planen
paper-plan-overall = Övergripande ansvar
paper-plan-coordinator = Samordnare
paper-plan-own-actions = Det gör personen själv och närstående
paper-plan-open-questions = Frågor som inte är lösta
paper-plan-solved-questions = Frågor som har lösts
paper-plan-dissents = Avvikande mening
paper-plan-crisis = Om det blir värre
paper-plan-follow-up = Nästa uppföljning
paper-plan-signatures = Underskrifter
paper-plan-read-back = Planen uppläst, svar
paper-plan-not-read-back = Inte uppläst än
paper-plan-signed-caption = Har undertecknat den här versionen
paper-plan-unsigned-valid = En plan gäller även utan underskrifter. Varje underskrift hör till just den här versionen.
paper-plan-role-person = den som planen gäller
paper-plan-role-guardian = vårdnadshavare
paper-plan-sign-for = För { $who }
paper-law-duty = Planen görs enligt { $law }.
paper-law-contents = Planens innehåll följer { $law }.
paper-law-consent = Uppgifter lämnas med samtycke enligt { $law }.
paper-plan-hash = Version { $version } har kontrollsumman { $hash } (SHA-256).

paper-copy-stated = Det här får du veta
paper-copy-nothing = Inget ur planen visas i den här kopian.

## Skillnad mellan versioner
paper-difference-title = Ändringar i planen
paper-difference-before = Tidigare
paper-difference-after = Nu
paper-difference-changes = Det här har ändrats
paper-difference-caption = Rad för rad, i planens ordning
paper-difference-none = Inget i planens innehåll har ändrats.
paper-difference-new = (fanns inte)
paper-difference-gone = (borttaget)
paper-part-goals = Mål
paper-part-measures = Insatser
paper-part-measure-principal = Ansvarig huvudman för en insats
paper-part-other-measures = Åtgärder av annan
paper-part-own-actions = Egna åtgärder
paper-part-open-questions = Olösta frågor
paper-part-dissents = Avvikande mening
paper-part-crises = Om det blir värre
paper-part-own-words = Egna ord
paper-part-situation = Nuläge
paper-part-overall = Övergripande ansvar
paper-part-coordinator = Samordnare
paper-part-care-contact = Fast vårdkontakt
paper-part-follow-up = Nästa uppföljning
paper-part-diary-number = Akt- eller diarienummer
paper-part-read-back = Ord vid uppläsningen

## Avvikelse
paper-deviation-title = Avvikelserapport
paper-deviation-kind = Avvikelse
paper-deviation-party = Part
paper-deviation-on = Dag
paper-deviation-by = Rapporterad av
paper-deviation-sent-to = Sänds till
paper-deviation-event = Vad hände?
paper-deviation-consequence = Vad betydde det för personen?
paper-deviation-action = Vad har gjorts?
paper-deviation-answer = Svar
paper-deviation-please = Skriv vad ni gör för att det inte ska hända igen, och sänd svaret till enheten som står överst.

## Uppföljning
paper-follow-up-title = Uppföljning av { $name }
paper-follow-up-on = Uppföljning hölls
paper-follow-up-outcome = Leder till
paper-follow-up-next = Nästa möte
paper-follow-up-measures = Insatser
paper-follow-up-scale = Skala: −2 mycket sämre, −1 sämre, 0 oförändrat, +1 delvis uppnått, +2 uppnått

## Avslut
paper-closing-title = Avslut av { $name }
paper-closing-on = Avslutad
paper-closing-reason = Skäl
paper-closing-remains = Det som återstår, och vem som ansvarar
paper-closing-by = Antecknat av
paper-closing-goals = Målen vid avslutet
paper-closing-goals-caption = Som de skattades { $day }
paper-evaluation = Utvärdering: { $who }
paper-evaluation-informed = Fick veta det som behövdes före mötet
paper-evaluation-could-say = Kunde säga det som var viktigt
paper-evaluation-right-people = Rätt personer var med
paper-evaluation-clear-who = Vet vem som gör vad
paper-evaluation-felt-safe = Kändes tryggt
paper-evaluation-mark = { $mark } av 5
paper-evaluation-unanswered = ej besvarat

## Utlämnandelogg
paper-log-title = Utlämnandelogg
paper-log-lead = Här står vem som har fått vad, när och hur.
paper-log-law = Den som lämnar ut en journalhandling ska anteckna till vem och när (3 kap. 11 § patientdatalagen).
paper-log-version = version { $version }
paper-log-everything = allt
paper-log-left-out = Något är utelämnat.

## Återställningsnyckel
paper-recovery-title = Återställningsnyckel
paper-recovery-header = Förvaras inlåst
paper-recovery-lead = Med den här nyckeln kan ni öppna Samsyn om lösenfrasen är glömd.
paper-recovery-rules = Så här förvarar ni nyckeln
paper-recovery-opens = Nyckeln öppnar alla ärenden. Den som har den och en kopia av filen kan läsa allt.
paper-recovery-keep = Lägg bladet i ett låst skåp eller i ett kuvert hos chefen.
paper-recovery-not-beside = Förvara det aldrig tillsammans med datorn eller en säkerhetskopia.
paper-recovery-lost = Om bladet kommer bort: gör en ny nyckel i programmet samma dag.
paper-recovery-made = Gjord
paper-recovery-kept-by = Förvaras av
