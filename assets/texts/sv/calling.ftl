### Ord för kallelse, ändring, påminnelse, inställt möte, kalenderfil och roller.

## Att göra

task-tell-of-cancellation = Säg till { $about } att mötet är inställt
task-send-changed-call = Skicka den nya tiden eller platsen till { $about }
task-send-reminder = Påminn { $about } om mötet

task-why-tell-of-cancellation = Den som är kallad vet annars inte att mötet inte blir av.
task-why-send-changed-call = Mötet har ändrats sedan kallelsen skickades. Svaret på den gamla tiden gäller inte längre.
task-why-send-reminder = Dagen för påminnelsen har kommit.

missing-care-contact = Ingen fast vårdkontakt är angiven.

## Ord för fel och för historiken

error-call-missing = Ingen kallelse är skickad till den här mottagaren. Skicka den först, så finns det något att lägga i kalendern.
error-meeting-cancelled = Mötet är inställt. Den som inte är kallad behöver ingenting få.
command-call-calendar = sparade en kalenderfil

## Papper: kallelse och inbjudan

paper-call-title-changed = Ändrad kallelse till { $meeting }
paper-invitation-title-changed = Ändrad inbjudan till { $meeting }
paper-call-title-reminder = Påminnelse om kallelse till { $meeting }
paper-invitation-title-reminder = Påminnelse om inbjudan till { $meeting }
paper-call-reminder = Det här är en påminnelse om ett möte som du redan har fått besked om.
paper-call-new-time = Ny tid: { $now } (tidigare { $before })
paper-call-new-place = Ny plats: { $now } (tidigare { $before })
paper-call-place-changed = Platsen är ändrad. Här nedanför står vad som gäller.
paper-call-part-time = Din tid
paper-call-part = Din del av mötet
paper-call-part-questions = Frågor till din del av mötet
paper-call-place-ask = Ring oss, så säger vi var mötet är.
paper-call-video = Sitt där ingen annan kan höra. En videolänk utan stark inloggning är inte säker nog för känsliga samtal. Fråga oss om du är osäker på länken.
paper-call-agreement = Skolan kallas enligt den lokala överenskommelsen om SIP.
paper-call-agreement-in = Skolan kallas enligt den lokala överenskommelsen om SIP ({ $where }).
paper-call-agreement-duty = Kan du inte komma, sänd någon från skolan i ditt ställe.
paper-meeting-interpreter = Tolk
paper-meeting-aids = Hjälpmedel

paper-cancelled-title = Inställt { $meeting }
paper-cancelled-lead = Mötet är inställt. Du behöver inte komma.
paper-cancelled-reason = Skäl
paper-cancelled-next = Blir det en ny tid får du en ny kallelse eller inbjudan.

## Papper: brevet till personen

paper-letter-title-cancelled = Ditt { $meeting } är inställt
paper-letter-lead-changed = Ditt möte har ändrats. Här ser du vad som gäller nu.
paper-letter-lead-reminder = Det här är en påminnelse om ditt möte. Det handlar om dig, och du är den viktigaste på mötet.
paper-letter-part = { $who } (är med kl. { $time })
paper-letter-cancelled = Mötet { $when } är inställt.
paper-letter-cancelled-call-us = Vi hör av oss om en ny tid. Vill du fråga något, ring oss på { $phone }.
paper-letter-cancelled-tell-us = Vi hör av oss om en ny tid. Säg till oss om du vill fråga något.

## Papper: roller i planen

paper-plan-roles = Roller

## Kalenderfilen. Ärendets nummer på sin höjd: kalendern ses av många.

calendar-summary = Möte { $case }

## Skärmen: kallelse

call-state-not-called = Inte kallad
call-state-called = Kallad, inget svar än
call-state-answered = Har svarat
call-state-outdated = Har fått en tid eller plats som inte längre gäller
call-state-reminder-due = Dags att påminna
call-state-cancellation-to-tell = Vet inte att mötet är inställt
call-state-cancellation-told = Vet att mötet är inställt
call-state-letter = Brev skickat

call-send-changed = Anteckna ändringen som skickad
call-send-reminder = Anteckna påminnelsen som skickad
call-send-cancelled = Anteckna beskedet som skickat

call-sent-then = Då stod det { $when }
call-outdated-reply = Svaret gällde den gamla tiden eller platsen.
call-calendar-save = Kalenderfil
call-calendar-saved = Kalenderfilen är sparad och antecknad i utlämnandeloggen.
call-video-warning = En länk utan stark inloggning är inte säker nog för känsliga samtal. Det står också i kallelsen.
call-more = Tolk, hjälpmedel och påminnelse
call-interpreter-help = Till exempel: finska, på plats. Står i kallelsen och i brevet.
call-aids-help = Till exempel hörslinga, hiss eller ett rum till för paus.
call-remind-help = När dagen kommer visas påminnelserna i arbetslistan.

call-part = Kallad till en del av mötet
call-part-text = Partens kallelse visar bara den tiden och de frågor som rör delen.
call-part-add = Kalla bara till en del av mötet
call-part-remove = Kalla till hela mötet
call-part-added = Ange vilken del av mötet { $who } kallas till.
call-part-removed = { $who } kallas till hela mötet.

call-cancel = Ställ in mötet
call-cancel-text = De som är kallade behöver få veta det. Du skickar beskedet till en i taget.
call-cancel-reason = Varför ställs mötet in?
call-cancel-reason-help = Skälet skrivs bara till den som får se allt.
call-cancelled = Mötet är inställt. { $reason }
call-cancelled-next = Planera ett nytt möte
call-none-to-tell = Behöver inget besked: ingen kallelse har skickats.

## Skärmen: roller

roles-title = Roller
roles-lead = Vilka som har en uppgift kring planen. Det står i planen, med hur de nås.
roles-noun = Roll
roles-add = Lägg till roll
roles-none = Inga roller än. Mötesledare, samordnare och fast vårdkontakt skrivs på sina egna ställen.
roles-note-help = Till exempel vad en god mans uppdrag omfattar.
paper-part-roles = Roller
