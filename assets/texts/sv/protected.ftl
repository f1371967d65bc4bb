### Ord för skyddade personuppgifter.
