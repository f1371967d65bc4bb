### Ord för barn: vem som samtycker, vad en vårdnadshavare får veta, barnets åsikt och bästa.

command-judgement-record = antecknade bedömningen av vem som behöver samtycka
command-know-record = antecknade vad en vårdnadshavare får veta
command-cannot-consent-record = antecknade att personen inte kan samtycka

missing-consent-judgement = Det är inte bedömt vem som behöver samtycka för barnet.
missing-guardian-yes = En vårdnadshavares ja till en SIP är inte antecknat. Enligt bedömningen behövs det.
missing-guardian-answer = En vårdnadshavare har inte svarat. Enligt bedömningen behövs inte det svaret.
missing-child-opinion = Barnets egen åsikt är inte antecknad.
missing-best-interests = Barnets bästa är inte bedömt i skrift.

task-guardian-answer = { $about } har inte svarat om SIP
task-turns-eighteen = Fråga { $about } själv om samtycke inför 18-årsdagen
task-why-guardian-answer = Vårdnadshavaren är tillfrågad om SIP:en eller ska bli det. Bedömningen säger om svaret behövs.
task-why-turns-eighteen = Från 18-årsdagen räknas bara personens eget ja. Fråga om samtycke på nytt i god tid.

paper-part-child-opinion = Barnets åsikt
paper-part-best-interests = Barnets bästa

paper-child = Om barnet
paper-child-guardians = Vårdnadshavare
paper-child-opinion = Barnets åsikt
paper-child-opinion-by = Frågat av: { $who }
paper-child-best-interests = Barnets bästa
paper-child-best-interests-by = Bedömt av: { $who }
paper-judgement = Vem som behöver samtycka
paper-judgement-who = Samtycke behövs från
paper-judgement-maturity = Ålder och mognad
paper-judgement-reason = Skäl
paper-judgement-by = Bedömt av
paper-law-child-consent = Om vem som bestämmer för ett barn: { $law }.
paper-cannot-consent = Kan inte samtycka
paper-cannot-consent-ground = På vilken grund
paper-cannot-consent-by = Beslutat av
paper-cannot-consent-representative = Företrädare
paper-cannot-consent-instead = Det görs i stället
paper-given-by = Svarat av
paper-interpreter = Tolk

### På skärmen
giver = Vem svarar?
giver-self = { $who } själv
giver-answer = Vad blev svaret?
giver-answer-sip = Ska en SIP göras?
giver-words = Med egna ord, om något sades om varför
giver-interpreter = Tolk
giver-interpreter-help = Språk och vem, om en tolk var med.
ground-yes-by = Samtycke av { $who } { $day }
ground-no-by = { $who } sade nej { $day }
ground-interpreter = Tolk: { $who }.
yes-by-others = Svar om SIP

eighteen-title = { $name } är { $age } år och fyller 18 { $day }
eighteen-text = Från den dagen har vårdnadshavarna inte längre rätt till uppgifter genom vårdnaden, och bara personens eget ja räknas. Prata om det i god tid.
eighteen-grounds = { $count ->
    [one] Ett samtycke från en vårdnadshavare slutar att räknas då.
   *[other] { $count } samtycken från vårdnadshavare slutar att räknas då.
}
eighteen-shut = Utan ett eget samtycke från personen får de här inte veta något mer: { $who }.
eighteen-meeting = { $meeting } ligger efter födelsedagen. Fråga personen själv vilka som ska kallas.
eighteen-passed = { $name } fyllde 18 { $day }
eighteen-passed-text = Nu räknas bara personens eget ja. Samtycken från vårdnadshavare öppnar inte längre något. Det som en vårdnadshavare inte fick veta är stängt tills personen själv säger något annat.

answers-title = Svaren
answers-who = Vem
answers-needed = Enligt bedömningen
answers-sip = Ja till SIP
answers-waits = Samtycke väntar för
answers-waits-none = ingen
answer-needed = Svaret behövs
answer-not-needed = Svaret behövs inte
answer-not-judged = Inte bedömt
answer-silent = Inte svarat
answer-silent-stops-nothing = Inte svarat. Det stoppar inget.

judgement-title = Vem behöver samtycka?
judgement-lead = Det är en bedömning i varje enskilt fall, efter ålder och mognad. Skriv den så att den går att förstå efteråt. Den senaste gäller.
judgement-no-guardians = Inga vårdnadshavare är inlagda än.
judgement-to-parties = Till parterna
judgement-own-suffices = Barnets eget samtycke räcker.
judgement-needs = Samtycke behövs från { $who }.
judgement-maturity = Ålder och mognad
judgement-reason = Skäl för bedömningen
judgement-by = Bedömt av (namn och titel)
judgement-judged-by = Bedömt av
judgement-on = När?
judgement-earlier = Tidigare bedömningar
judgement-child = Barnets eget samtycke behövs
judgement-guardians = Vilka vårdnadshavares samtycke behövs?
judgement-guardians-help = Ingen, om barnets eget samtycke räcker. Den som inte väljs tillfrågas ändå, men svaret stoppar inget.
judgement-record = Anteckna bedömningen
judgement-again = Anteckna en ny bedömning

know-title = Vad får vårdnadshavaren veta?
know-lead = Den myndighet som äger uppgiften bedömer om en vårdnadshavare får veta den. Det som en vårdnadshavare inte får veta stängs överallt: i kopior, kallelser och i rummet.
know-none = Inget är bedömt. Då styr samtyckena.
know-kind = Slag av uppgift
know-guardian = Vårdnadshavare
know-answer = Får vårdnadshavaren veta det?
know-ground = Varför inte?
know-reason = Bedömningen
know-owner = Vem äger uppgiften?
know-owner-help = Den enhet eller myndighet som har uppgiften och har bedömt.
know-may = Får veta
know-may-not = Får inte veta
know-not-judged = Inte bedömt
know-add = Anteckna en bedömning
know-record = Anteckna bedömningen

child-title = Om barnet
child-guardians = Vårdnadshavare: { $who }.
child-no-guardians = Vårdnadshavarna läggs in som parter.
child-lives-with = { $who } (barnet bor här)
child-own = Barnets röst
child-informed-help = Vad har barnet fått veta, av vem och på vilket sätt?
child-opinion-help = Ordagrant, så långt det går.
child-best = Barnets bästa
child-kinds-help = Åsikten och bedömningen visas bara för den som får veta allt det som de röjer.
child-custody = Vårdnaden
child-custody-help = Sådant som påverkar vem som kan samtycka, till exempel att en av två är bortrest eller inte går att nå.
child-fb-help = Om socialnämnden har beslutat att en åtgärd får göras fast bara en av vårdnadshavarna vill det: vilken åtgärd och vilken dag.

cannot-title = Personen kan inte samtycka
cannot-ask = Kan personen inte samtycka?
cannot-again = Anteckna ett nytt beslut om att personen inte kan samtycka
cannot-lead = Anteckna grunden och vem som har beslutat. En SIP kan då göras ändå, men ingen part öppnas av sig själv: det behövs en företrädares samtycke eller en annan grund.
cannot-ground = På vilken grund?
cannot-by = Beslutat av (namn och titel)
cannot-decided-by = Beslutat av
cannot-representative = Företrädare
cannot-no-representative = Finns en god man, förvaltare eller annan företrädare? Lägg in den som part först.
cannot-instead = Vad görs i stället?
cannot-instead-help = Till exempel en företrädares ja, eller en prövning av om personen skulle lida men.
cannot-record = Anteckna beslutet

without-title = Vad går att göra utan samtycke?
without-lead = Ett nej, eller ett svar som dröjer, stänger bara det som samtycket gäller.
without-own-work = Var och en kan fortsätta med sitt eget arbete med personen och anteckna det i sin egen akt.
without-person = Personen får alltid själv ta del av det som står och ta det med sig.
without-ask-again = Fråga igen, gärna om något mindre: en part, ett slag av uppgifter, en kortare tid. Fråga också vad personen inte vill ska sägas.
without-unnamed = Det går att fråga om råd utan att säga vem det gäller eller något som röjer det.
without-other-ground = Ibland finns en annan grund i lagen än samtycke. Den väljs för en part i taget, med paragraf och skäl, av någon som svarar för den med sitt namn.
