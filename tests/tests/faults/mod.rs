//! What the store does when the world fails: power, disk, process, memory, and whoever else is on the machine.
//!
//! docs/faults.md says what is run and how it is scaled.

mod backups;
mod damage;
mod full;
mod kill;
mod memory;
mod place;
mod power;
mod rollback;
mod stranger;
mod traces;
