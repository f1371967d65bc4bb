//! The kind of file system that a folder lies on, as Linux tells it.

use std::path::{Path, PathBuf};

use fs_err as fs;

/// The kind of file system of a resolved folder; nothing where the system does not tell.
pub(super) fn file_system(folder: &Path) -> Option<String> {
    kind_of(&fs::read_to_string("/proc/self/mountinfo").ok()?, folder)
}

/// The kind of the mount that a folder lies in, by the lines of `/proc/self/mountinfo` (proc(5)): the deepest one that it lies
/// in, and of several at one place the last, which covers the others.
pub(super) fn kind_of(mounts: &str, folder: &Path) -> Option<String> {
    mounts
        .lines()
        .filter_map(mount)
        .filter(|(point, _)| folder.starts_with(point))
        .max_by_key(|(point, _)| point.components().count())
        .map(|(_, kind)| kind)
}

/// Where a mount lies, and its kind. The fifth field is the place, and the kind comes first after the lone dash.
fn mount(line: &str) -> Option<(PathBuf, String)> {
    let (fields, rest) = line.split_once(" - ")?;
    let point = fields.split(' ').nth(4)?;
    Some((PathBuf::from(unescaped(point)), rest.split(' ').next()?.to_owned()))
}

/// A place as written, where a space, a tab, a line's end and a backslash stand as three octal digits.
fn unescaped(field: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(field.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}
