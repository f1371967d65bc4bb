### Ord för utskrivning, individuell plan enligt LSS och andra planer.
