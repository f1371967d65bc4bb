### Fler papper: barnets blad före mötet, arbetslistan, hela akten och text till journalen.

## Vad ett papper är skrivet för
wording-plain = på klarspråk
wording-easy = lättläst
wording-child = för barn
paper-language-sv = svenska
paper-language-fi = finska
paper-language-fit = meänkieli
paper-language-se = nordsamiska
paper-language-sma = sydsamiska
paper-language-en = engelska

## Barnets blad före mötet
paper-sheet-title = Inför ditt möte
paper-sheet-lead = Snart är det ett möte om dig. Här får du skriva eller rita vad du tycker. Du väljer själv vad du vill svara på. Det finns inga fel svar.
paper-sheet-important = Vad är viktigt för dig?
paper-sheet-works = Vad är bra just nu?
paper-sheet-hard = Vad är jobbigt?
paper-sheet-change = Vad vill du ska bli annorlunda?
paper-sheet-who = Vem vill du ha med på mötet? Är det någon du inte vill ha med?
paper-sheet-way = Hur vill du vara med? Du kan vara med hela tiden, en stund, eller låta någon berätta för dig.
paper-sheet-support = Vad kan göra att mötet känns bra för dig?
paper-sheet-not-raised = Är det något du inte vill att de pratar om?
paper-sheet-not-raised-kept = Du har sagt något här. Den som leder mötet vet om det. Det skrivs inte ut.
paper-sheet-note = Bladet är ditt. Du bestämmer om du vill visa det för någon.

## Arbetslistan
paper-worklist-title = Arbetslista
paper-worklist-day = { $whose }: det som väntar { $day }
paper-worklist-unnamed = Listan visar inga namn, eftersom ett papper kan bli liggande. Ärendets nummer leder till rätt ärende i programmet.
paper-worklist-named = Listan visar namn. Förvara den inlåst, och strimla den när den är gammal.
paper-worklist-case = Ärende
paper-worklist-task = Att göra
paper-worklist-due = Senast
paper-worklist-overdue = Skulle ha varit klart { $day }
paper-worklist-person = personen
paper-worklist-party = en part
paper-worklist-nothing = Inget väntar.
paper-worklist-hurt = Ärendet kan inte visas. Något i det har gått förlorat, och behöver hämtas från en säkerhetskopia.
worklist-print = Arbetslistan på papper
worklist-print-names = Ta med namn

## Hela akten
paper-file-title = Hela akten
paper-file-lead = Här står det som finns antecknat om dig i ärendet om { $plan }, i den ordning det har hänt.
paper-file-left-out = Något är utelämnat: anteckningar för det egna arbetet, det som ska tas hänsyn till vid möten, och uppgifter om hur andra nås. Fråga oss om du vill veta mer.
paper-file-number = Ärende
paper-file-opened = Öppnat
paper-file-kept-by = Förs av
paper-file-need = Behovet
paper-file-offers = Erbjudanden och önskemål
paper-file-calls = Kallelser, inbjudningar och brev
paper-file-answer = Svar
paper-file-meetings = Möten
paper-file-meeting = Möte
paper-file-cancelled = Inställt
paper-file-purpose = Syfte
paper-file-kept = Filer som förvaras med ärendet
paper-file-kept-lead = Filerna lämnas var för sig.
paper-file-filed = Infört i egen akt
document-whole-file = Hela akten
document-preparation-child = Inför mötet, för barn
document-own-page-easy = Min plan, lättläst, version { $number }
document-own-page-child = Min plan för barn, version { $number }

## Text till journalen
paper-journal-title = { $name }, ärende { $case }
paper-journal-person = Personen
journal-show = Visa text till journalen
journal-copy = Kopiera texten
journal-lead = Klistra in texten i journalen eller akten i ert eget system. Den har inget personnummer, och personens namn bara där någon har skrivit det. Anteckna sedan här att versionen är införd.
journal-copied = Texten är kopierad. Den tas bort från urklipp efter en minut.
journal-not-copied = Texten kunde inte kopieras. Markera den och kopiera själv.
journal-left = Texten kan finnas kvar i urklipp. Töm det när du har klistrat in.
journal-clear = Töm urklipp
journal-cleared = Urklipp är tömt.

## Den egna sidans ordval
own-page-wording = Skriven
own-page-language = Språk
