# Skrivs av sin ägare.
