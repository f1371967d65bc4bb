# Ord som bara står på papper. Koder och fackord finns i terms.ftl.

## Sidan
paper-page = Sida { $page } av { $pages }
paper-draft-mark = UTKAST
paper-draft-notice = UTKAST. Det här är ett utkast. Det är inte fastställt och kan ändras.
paper-untitled = Dokument utan rubrik
paper-nothing = –

## Underskrift
paper-signature-place-and-date = Ort och datum
paper-signature-name = Namnteckning
paper-signature-drawn-alt = Ritad underskrift: { $name }, { $role }, { $at }
paper-signature-drawn-at = Bekräftat på skärm { $at }
