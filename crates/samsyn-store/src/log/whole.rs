//! Whether a changeset holds together, as SQLite writes it (the comment at the top of `sqlite3session.c`): SQLite's own reader
//! never comes back from one that ends within the head of a table.

/// What follows a table's head or a row: the head of another table.
const TABLE: u8 = b'T';
const INSERT: u8 = 18;
const DELETE: u8 = 9;
const UPDATE: u8 = 23;
/// More columns than any table has (SQLITE_MAX_COLUMN).
const MOST_COLUMNS: u64 = 2000;

/// Whether every table, row and value of a changeset ends before it does.
pub(super) fn is_whole(changeset: &[u8]) -> bool {
    let mut rest = Rest(changeset);
    let mut columns = 0;
    while !rest.0.is_empty() {
        if rest.one_more(&mut columns).is_none() {
            return false;
        }
    }
    true
}

/// What has not been read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    /// Reads the head of a table, or one row of the table whose head was read last.
    fn one_more(&mut self, columns: &mut u64) -> Option<()> {
        match self.byte()? {
            TABLE => {
                *columns = self.number().filter(|columns| (1..=MOST_COLUMNS).contains(columns))?;
                self.skip(*columns)?;
                let name = self.0.iter().position(|byte| *byte == 0).filter(|length| *length > 0)?;
                self.skip(u64::try_from(name).ok()? + 1)
            }
            kind @ (INSERT | DELETE | UPDATE) if *columns > 0 => {
                // Whether the row was changed by a trigger.
                self.skip(1)?;
                let values = if kind == UPDATE { 2 * *columns } else { *columns };
                (0..values).try_for_each(|_| self.value())
            }
            _ => None,
        }
    }

    fn value(&mut self) -> Option<()> {
        match self.byte()? {
            // Not told, and NULL.
            0 | 5 => Some(()),
            1 | 2 => self.skip(8),
            3 | 4 => {
                let length = self.number()?;
                self.skip(length)
            }
            _ => None,
        }
    }

    /// A number as SQLite packs it: seven bits a byte, the highest first, and eight in the ninth.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for _ in 0..8 {
            let byte = self.byte()?;
            number = (number << 7) | u64::from(byte & 0x7f);
            if byte < 0x80 {
                return Some(number);
            }
        }
        Some((number << 8) | u64::from(self.byte()?))
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn skip(&mut self, bytes: u64) -> Option<()> {
        self.0 = self.0.get(usize::try_from(bytes).ok()?..)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn a_changeset_is_whole_and_cut_anywhere_is_not_read() {
        let (_place, mut store) = store_with_case();
        add_goal(&mut store, "Sova", 10);
        save_goal(&mut store, "Sova hela natten", 11);
        let mut statement = store.connection.prepare("SELECT changeset FROM change").unwrap();
        let changesets: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(changesets.len() >= 3);
        for changeset in changesets {
            assert!(is_whole(&changeset));
            let rows = super::super::rows_of_changeset(&changeset).unwrap();
            for end in 1..changeset.len() {
                // SQLite never comes back from some of these.
                if let Some(fewer) = super::super::rows_of_changeset(&changeset[..end]) {
                    assert!(fewer < rows, "cut at {end}");
                }
            }
        }
        assert!(!is_whole(b"T\x05"), "the head of a table");
        assert!(!is_whole(&[INSERT, 0, 5]), "a row of no table");
        assert!(!is_whole(b"T\xff\xff\xff\xff\xff\xff\xff\xff\xff"), "columns without end");
    }
}
