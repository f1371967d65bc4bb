### Ord för kallelse, ändring, påminnelse och kalenderfil.
