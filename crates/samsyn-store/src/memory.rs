//! What the process remembers of an open store when it is locked again: nothing.
//!
//! Freed memory keeps its content until somebody else writes there. So whoever links this crate frees memory by
//! [`ZeroAlloc`], which wipes it first: texts, requests, JSON and the bytes of papers. SQLite's own memory is wiped by SQLCipher
//! (`cipher_memory_security`), and the stack by [`wipe_stack`].

use std::alloc::System;
use std::hint::black_box;
use std::io;

use zeroize::Zeroize;
use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static WIPED: ZeroAlloc<System> = ZeroAlloc(System);

/// How deep, in bytes, functions that handle a key have written on the stack. A thread has at least 2 MiB.
const DEPTH: usize = 256 * 1024;

/// Writes over what earlier calls left on the stack below the caller: a value that is moved is a copy that stays.
#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "the stack is what is to be written over")]
pub(crate) fn wipe_stack() {
    let mut below = [0_u8; DEPTH];
    below.zeroize();
    black_box(&below);
}

/// Keeps the memory of this process to itself: no core dump puts it on a disk, and on Linux no other process of the same user
/// may attach to it or read it. Whoever is root still can.
pub fn keep_to_this_process() -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    }
    Ok(())
}
