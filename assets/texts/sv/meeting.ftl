### Ord för mötet: dagordning, rummet, visningsläge.
