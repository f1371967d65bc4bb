//! Case 1 carried through the commands.
