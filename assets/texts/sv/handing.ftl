### Ord för överlämning av ansvar och ärenden, flytt och förstöring.
