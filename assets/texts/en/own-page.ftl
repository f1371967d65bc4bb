### Engelska. Skrivs av människor; se README.md i den här mappen.
