# Övning: ord på skärmen.

## Kommandon
command-practice-show = visade övningsfallen
command-practice-make = gjorde ett övningsfall
command-practice-enter = öppnade ett övningsfall
command-practice-leave = avslutade övningen
command-practice-discard = slängde ett övningsfall

## Papper, överst på varje sida
paper-practice-header = ÖVNING · { $header }

## Vid dörren
practice-offer = Öva med påhittade fall
practice-title = Öva
practice-lead = Påhittade människor i ett eget register, i en egen mapp. Ditt riktiga register rörs inte och förblir låst. Här kan ingenting gå sönder.
practice-back = Tillbaka
practice-case-adult = Karin, vuxen i Östersund
practice-case-adult-text = Mötet har just börjat, och en av dem som är kallade kom inte. Skriv mål, säg vem som gör vad, läs upp och fastställ planen.
practice-case-youth = Elias, 17 år i Gällivare
practice-case-youth-text = Elias och hans mamma har sagt ja till en SIP. Nu ska ni bestämma vem som får veta vad. Mammans adress är skyddad.
practice-case-discharge = Tuomas, utskrivning i Överkalix
practice-case-discharge-text = Sjukhuset har meddelat att han är utskrivningsklar. Klockan går: kallelsen ska iväg inom tre dagar.
practice-begin = Börja öva
practice-go-on = Fortsätt där du var
practice-anew = Börja om från början
practice-discard = Släng övningen
practice-discard-sure = Släng övningen?
practice-anew-sure = Börja om?
practice-discard-yes = Ja, släng den
practice-anew-yes = Ja, börja om
practice-gone-text = Allt du har skrivit i den här övningen försvinner. Det gäller bara övningen.
practice-making = Fallet görs i ordning …
practice-making-done = { $done } av { $of }
practice-discarded = Övningen är slängd.

## På varje sida
practice-band = Övning med påhittade personer. Det som skrivs här hamnar inte i ditt register.
practice-band-day = Dagen i övningen är { $day }.
practice-leave = Avsluta övningen
window-title-practice = { $page } – ÖVNING – Samsyn
