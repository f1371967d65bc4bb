use super::*;

/// A case is never read unlogged, and what is written is refused by the code that its own writing would have had.
#[test]
fn without_room_for_the_entry_nothing_is_read() {
    for (kind, error, code) in [
        (CommandKind::Read, StoreError::DiskFull, Code::OpeningNotLogged),
        (CommandKind::Draft, StoreError::DiskFull, Code::DiskFull),
        (CommandKind::Act, StoreError::DiskFull, Code::DiskFull),
        (CommandKind::Read, StoreError::Damaged, Code::StoreDamaged),
    ] {
        assert_eq!(refusal(kind, error).code, code, "{kind:?}");
    }
}
