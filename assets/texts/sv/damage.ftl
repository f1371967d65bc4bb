# Ett skadat register: vad som är fel, vad som går att rädda, och ärenden som görs hela från en säkerhetskopia.

damage-title = Registret är skadat
damage-lead = Nyckeln är rätt, men filen har skador. Registret är öppnat bara för läsning: ingenting i den skadade filen ändras eller raderas.
damage-looking = Undersöker registret
damage-all-there = Allt som är skrivet går att rädda.
damage-cases-whole = { $cases ->
    [0] Inget ärende är helt.
    [one] 1 ärende är helt.
   *[other] { $cases } ärenden är hela.
}
damage-rows = { $read } uppgifter går att läsa. { $rebuilt } uppgifter som låg i de skadade delarna går att få tillbaka ur historiken. { $lost } är borta.
damage-pages = { $bad } av filens { $pages } delar går inte att läsa.
damage-journal-cut = Det allra sista som skrevs före felet kan saknas. Jämför med dina anteckningar.
damage-nameless = { $count } ärenden eller personer går inte att läsa alls. De kan finnas i en säkerhetskopia.
damage-hurt = Ärenden som inte är hela
damage-case = Ärende
damage-state = Vad som finns kvar
damage-case-lost = Numret går inte att läsa
damage-state-history = Allt som står i ärendet finns. En del av historiken saknas.
damage-state-hurt = Något i ärendet saknas. Resten går att läsa.
damage-state-lost = Ärendet går inte att visa.
damage-what-title = Gör så här
damage-salvage-title = Rädda det som går att läsa
damage-salvage-text = Samsyn lägger allt som går att läsa i ett nytt register, krypterat med samma nycklar, och öppnar det. Den skadade filen läggs åt sidan i en egen mapp och sparas. Har du låst upp med återställningsnyckeln eller organisationens nyckel låses registret efteråt. Lås då upp med samma nyckel igen, så får du välja vem du är och sätta en ny lösenfras.
damage-salvage = Rädda det som går att läsa
damage-salvaging = Räddar det som går att läsa
damage-salvaged = Det som gick att läsa är räddat
damage-after = Ärenden som inte är hela kan göras hela från en säkerhetskopia, ett i taget, under Inställningar. Vill du hellre ta tillbaka en hel säkerhetskopia gör du det här nedanför: då försvinner det som är skrivet efter kopian.
damage-diagnostics = Spara uppgifter till it-stödet
damage-diagnostics-text = Filen innehåller versioner, antal och vilka delar av filen som är skadade. Inga namn, nummer eller texter.
damage-diagnostics-file = Samsyn felsökning.txt
damage-lock = Lås
damage-examine = Lås och undersök skadan
damage-examine-text = Registret öppnas bara för läsning, och du får se vilka ärenden som är berörda och vad som går att rädda. Ingenting raderas.

mend-title = Ärenden som inte är hela
mend-text = De här ärendena stämmer inte med sin historik. Har du en säkerhetskopia kan ett ärende göras helt från den. Det som är skrivet efter kopian och går att läsa behålls.
mend-choose = Ärende
mend-do = Gör ärendet helt från kopian
mend-whole = Ärendet är helt igen
error-case-not-hurt = Ärendet är redan helt. Inget behöver hämtas från kopian, och inget är ändrat.
mend-part = Ärendet är inte helt än
mend-part-text = Kopian fyllde i det den hade. Jämför ärendet med papperet, eller prova en annan kopia.

verify-put-back = En äldre fil har lagts tillbaka
verify-put-back-text = Registret är äldre än när det senast låstes på den här datorn. Det händer om någon har kopierat tillbaka en äldre fil. Har du själv återställt en säkerhetskopia är det inget fel. Annars: skriv som vanligt, jämför de senaste dagarnas ärenden med papperet eller en säkerhetskopia, och berätta för it-stödet.
verify-was-put-back = Registret har någon gång lagts tillbaka från en äldre fil, till exempel en säkerhetskopia.
verify-unsealed = Om hela filen har bytts mot en äldre kan inte kontrolleras, eftersom datorns nyckelring inte har något sigill. Det är inget fel.
verify-log-gap = Det gemensamma registret över alla ändringar har en lucka.
verify-altered = Ärenden och personer som inte stämmer
verify-altered-what = Vad
verify-altered-why = Vad som är fel
verify-chain-case = Ärende { $number }
verify-chain-person = En person
verify-chain-store = Användare och inställningar
verify-chain-catalogue = Enheter och gränsdragning
verify-chain-access = En åtkomstlogg
verify-chain-contact = En första kontakt
verify-chain-other = Något som inte går att läsa
fault-content = Historiken är ändrad
fault-order = En ändring i historiken saknas eller står på fel plats
fault-not-in-store-log = Historiken stämmer inte med registret över alla ändringar
fault-state = Uppgifterna är inte de som historiken säger

case-altered-since = Det upptäcktes { $when }.
case-altered-what-to-do = Det som är fel kan ha ändrats utanför programmet, eller ha gått förlorat när filen skadades. Inget är låst: skriv vidare som vanligt. Jämför ärendet med det senaste papperet eller en säkerhetskopia, och kontrollera hela registret under Inställningar.

command-store-mend-case = gjorde ett ärende helt från en säkerhetskopia
command-store-salvage = räddade ett skadat register
cli-help-salvage = Räddar allt som går att läsa ur ett skadat register. Den skadade filen läggs åt sidan och sparas.
cli-working-salvage = Räddar det som går att läsa
