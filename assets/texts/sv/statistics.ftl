### Statistik som flera huvudmän kan lägga ihop: definitionernas ord, tabellerna och filen.

statistics-tables-title = Statistik för ett år
statistics-tables-lead = Tabeller att visa för andra. Varje mått säger vad det räknar. Tal från 1 till { $most } visas inte, och inte heller det som de skulle gå att räkna ut ur.
statistics-tables-open = Tabeller för ett helt år
statistics-tables-open-why = Om siffrorna ska till ledningen, en nämnd eller länet: använd tabellerna för ett år. Där är små tal dolda.
statistics-tables-year = År
statistics-tables-shown = Siffrorna för { $year } visas
statistics-tables-save = Spara alla tabeller som fil
statistics-tables-save-help = En CSV-fil för kalkylprogram, med samma koder varje år, så att flera organisationers filer kan läggas ihop. Varje person räknas i varje organisation för sig.
statistics-tables-saved = Filen är sparad
statistics-tables-legend = "Färre än { $below }" är ett tal från 1 till { $most }. "Visas inte" döljer ett tal som andra små tal annars kunde räknas ut ur. "–" betyder att det inte finns något att räkna.
statistics-tables-by = Efter { $by }
statistics-tables-version = Definition { $version }, gäller från { $since }. { $source }
statistics-tables-few = färre än { $below }
statistics-tables-few-share = för få
statistics-tables-hidden = visas inte
statistics-tables-nothing = –
statistics-tables-share = { $value } %
statistics-tables-share-of = { $count } av { $of }
statistics-tables-number-of = { $count } räknade
statistics-tables-measure-count = Antal
statistics-tables-measure-share = Andel
statistics-tables-measure-mean = Medelvärde
statistics-tables-measure-median = Median
statistics-tables-measure-histogram = Antal

## Varför måttet finns

statistics-source-own = Uppföljning av det egna SIP-arbetet.
statistics-source-documents = Efterfrågat i länens underlag om missbruk och beroende (Jämtland 2014, Norrbotten 2019).
statistics-source-law = Det som lagen kräver av planen och samtycket.
statistics-source-agreement = Tidsgränsen i länets överenskommelse, som den står i inställningarna.

## Grupper av mått

statistics-group-follow-up = Uppföljning och mål
statistics-group-coming = Vem som kom
statistics-group-people = Personer och behov
statistics-group-way = Från behov till plan
statistics-group-plan = Planen och insatserna
statistics-group-after = Avslut, avvikelser och utvärdering

## Uppdelningar

statistics-by-municipality = kommun
statistics-by-age-band = ålder
statistics-by-sex = kön
statistics-by-area = huvudområde
statistics-by-plan-type = slag av plan
statistics-by-unit = enhet
statistics-by-principal = huvudman
statistics-by-problem = problemområde
statistics-by-kind = hur frågan väcktes
statistics-by-question = fråga
statistics-by-evaluator = vem som svarade

## Koder

statistics-code-total = Alla
statistics-code-unknown = Inte angivet
statistics-code-none = Ingen huvudman
statistics-code-other = Annan
statistics-age-0-12 = 0–12 år
statistics-age-13-17 = 13–17 år
statistics-age-18-20 = 18–20 år
statistics-age-21-24 = 21–24 år
statistics-age-25-29 = 25–29 år
statistics-age-30-64 = 30–64 år
statistics-age-65-plus = 65 år och äldre
statistics-class-below-8 = 0–7 dagar
statistics-class-8-to-14 = 8–14 dagar
statistics-class-15-to-21 = 15–21 dagar
statistics-class-22-to-42 = 22–42 dagar
statistics-class-from-43 = 43 dagar eller mer
sex-woman = Kvinna
sex-man = Man

## Uppföljning och mål

statistics-def-follow-up-kept = Uppföljning på den dag som planen anger
statistics-def-follow-up-kept-means = Andel av de dagar för uppföljning som stod i fastställda planer där en uppföljning hölls högst 14 dagar före eller efter. Räknas det år då dagen var, när det har gått 14 dagar. En dag som en senare plan ersatte innan den kom, eller som kom efter avslutet, räknas inte.
statistics-def-goals = Mål efter gemensam skattning
statistics-def-goals-means = Mål med en gemensam skattning vid årets senaste uppföljning, efter skattningen. Ett mål räknas en gång per år.
statistics-def-goals-better = Mål som går bättre
statistics-def-goals-better-means = Andel av målen där den gemensamma skattningen vid årets senaste uppföljning är högre än den första skattningen av samma mål. Mål som bara har skattats en gång räknas inte.
statistics-def-goals-own = Mål efter personens egen skattning
statistics-def-goals-own-means = Samma mål som i gemensam skattning, efter vad personen själv har svarat.
statistics-def-measures-done = Vad som blev av insatserna
statistics-def-measures-done-means = Insatser vid årets senaste uppföljning i varje ärende, efter vad som antecknades om dem.
statistics-def-follow-up-outcome = Vad uppföljningarna ledde till
statistics-def-follow-up-outcome-means = Uppföljningar som hölls under året.

## Vem som kom

statistics-def-attendance = Kallade som kom
statistics-def-attendance-means = Andel av de kallade parterna som kom till mötet. Räknas för varje möte som hölls. Den som kom en stund räknas som kommen, den som ingen har antecknat som inte kommen. Inbjudna räknas inte. Enheten står med namn bara om den finns i katalogen.
statistics-def-person-took-part = Personen var med på första mötet
statistics-def-person-took-part-means = Andel av de första mötena där personen själv var med, i rummet, på video eller per telefon.
statistics-def-child-view = Barnets åsikt är antecknad
statistics-def-child-view-means = Andel av de första mötena för ett barn där barnets åsikt är antecknad. Vuxna räknas inte.
statistics-def-relatives = Närstående eller vårdnadshavare var med
statistics-def-relatives-means = Andel av de första mötena där en närstående eller vårdnadshavare kom.
statistics-def-interpreters = Möten med tolk
statistics-def-interpreters-means = Andel av de första mötena där en tolk är antecknad.

## Personer och behov

statistics-def-cases = Personer bland ärendena
statistics-def-cases-means = Ärenden som öppnades under året, och hur många av dem som var personens första det året: så många personer är det. Personnumrets näst sista siffra säger könet. Den som har skyddade personuppgifter räknas utan kommun.
statistics-def-age-mean = Medelålder vid första ärendet
statistics-def-age-mean-means = Ålder i hela år när personens första ärende i registret öppnades. Bara de som fick sitt första ärende under året räknas.
statistics-def-age-median = Medianålder vid första ärendet
statistics-def-age-median-means = Samma personer som i medelåldern: hälften är yngre, hälften äldre.
statistics-def-problems = Problemområden
statistics-def-problems-means = Andel av gångerna som området är ärendets huvudområde. Ett ärende med flera områden räknas i vart och ett av dem, det år då det öppnades.
statistics-def-mixed-use = Blandbruk
statistics-def-mixed-use-means = Andel av ärendena med något preparat bland områdena som har mer än ett. Spel om pengar är inget preparat.
statistics-def-comorbidity = Samsjuklighet
statistics-def-comorbidity-means = Andel av ärendena med ett preparat eller spel om pengar bland områdena som också har psykisk ohälsa.
statistics-def-other-plans = Personen har andra planer
statistics-def-other-plans-means = Andel av ärendena där en annan plan är antecknad.
statistics-def-waited = Dagar i väntan när ärendet öppnades
statistics-def-waited-means = Dagar från den dag sedan vilken personen väntade på något, till dess ärendet öppnades. Bara ärenden där den dagen är antecknad.
statistics-def-guarantee-passed = Vårdgarantin hade gått ut
statistics-def-guarantee-passed-means = Andel av ärendena med en antecknad sista dag för vårdgarantin där den hade gått när ärendet öppnades.

## Från behov till plan

statistics-def-offers = Erbjudanden och önskemål om SIP
statistics-def-offers-means = Erbjudanden och önskemål under året, efter vad de ledde till. Makulerade räknas inte.
statistics-def-sip-answer = Nej till SIP
statistics-def-sip-answer-means = Andel av ärendena med ett svar från personen där det senaste svaret är nej, det år då ärendet öppnades.
statistics-def-call-on-consent = Kallelser på antecknat samtycke
statistics-def-call-on-consent-means = Andel av parternas första kallelser och inbjudningar till varje möte som vilade på ett samtycke från samma dag eller tidigare. Resten vilade på en annan grund.
statistics-def-need-to-call = Dagar från behov till kallelse
statistics-def-need-to-call-means = Median för ärenden vars första kallelse gick under året. Ärenden utan dag för behovet räknas inte.
statistics-def-call-within-limit = Kallelse inom länets gräns
statistics-def-call-within-limit-means = Andel av de första kallelserna som gick inom så många dagar från behovet som inställningarna säger. Utan gräns räknas ingen.
statistics-def-need-to-meeting = Dagar från behov till möte
statistics-def-need-to-meeting-means = Median för ärenden vars första möte hölls under året. Ärenden utan dag för behovet räknas inte.
statistics-def-call-to-meeting = Dagar från kallelse till möte
statistics-def-call-to-meeting-means = Första möten som hölls under året, efter hur länge de hade varit kallade.
statistics-def-meeting-within-limit = Möte inom länets gräns
statistics-def-meeting-within-limit-means = Andel av de första mötena som hölls inom så många dagar från behovet som inställningarna säger. Utan gräns räknas ingen.
statistics-def-meeting-to-plan = Dagar från möte till fastställd plan
statistics-def-meeting-to-plan-means = Median för planer vars första version fastställdes under året och inte ersattes samma år.
statistics-def-read-back = Personens svar när planen lästes upp
statistics-def-read-back-means = Den senaste planen i varje ärende som fastställdes under året, efter svaret.

## Planen och insatserna

statistics-def-overall = Kommunen har det övergripande ansvaret
statistics-def-overall-means = Andel av planerna där kommunen, och inte regionen, har det övergripande ansvaret. I varje ärende räknas den senaste plan som fastställdes under året.
statistics-def-follow-up-set = Dag för uppföljning står i planen
statistics-def-follow-up-set-means = Andel av planerna där en dag för uppföljning är bokad. I varje ärende räknas den senaste plan som fastställdes under året.
statistics-def-by-others = Någon annan gör något
statistics-def-by-others-means = Andel av planerna där någon annan än kommunen och regionen gör något.
statistics-def-measures = Insatser efter slag
statistics-def-measures-means = Insatser i den senaste plan som fastställdes under året i varje ärende, efter insatsens slag och ärendets huvudområde. Slaget är det som insatsen har i registret nu.
statistics-def-measures-a-plan = Insatser per plan
statistics-def-measures-a-plan-means = Medelantal insatser i den senaste plan som fastställdes under året i varje ärende.
statistics-def-measures-coded = Insatser med angivet slag
statistics-def-measures-coded-means = Andel av insatserna där slaget är valt och inte bara beskrivet med ord.
statistics-def-double-work = Planer med dubbelt arbete
statistics-def-double-work-means = Andel av planerna där två huvudmän har samma slag av insats, eller en insats med samma ord.

## Avslut, avvikelser och utvärdering

statistics-def-closings = Avslutade planer
statistics-def-closings-means = Planer som avslutades under året, efter skäl.
statistics-def-life = Dagar från plan till avslut
statistics-def-life-means = Median för ärenden som avslutades under året, från den första fastställda planen.
statistics-def-deviations = Avvikelser
statistics-def-deviations-means = Avvikelser under året, efter slag. Makulerade räknas inte.
statistics-def-deviations-answered = Besvarade avvikelser
statistics-def-deviations-answered-means = Andel av avvikelserna som har fått svar.
statistics-def-deviation-answer-days = Dagar till svar på en avvikelse
statistics-def-deviation-answer-days-means = Median för de avvikelser som har fått svar.
statistics-def-evaluation = Utvärderingar
statistics-def-evaluation-means = Medelvärde av svaren, från 1 till 5. Varje besvarad fråga räknas för sig, så ett blankt svar sänker ingenting.
