//! What a program did to its files, as strace saw it: every call in its order, with the bytes that were written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The calls that change files, or say which file a number means.
const CALLS: &str = "openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,read,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,\
fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,\
copy_file_range,sendfile,splice,ioctl,chdir,fchdir";

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A file or a folder was opened.
    Open {
        /// Where.
        path: PathBuf,
        /// Its number from then on.
        file: i32,
        /// It was made where there was none.
        create: bool,
        /// It was emptied.
        truncate: bool,
        /// Each writing goes to its end.
        append: bool,
    },
    /// A number means nothing any more.
    Close(i32),
    /// A second number for the same open file.
    Same(i32, i32),
    /// The next reading or writing begins here.
    Seek(i32, u64),
    /// So many bytes were read.
    Read(i32, u64),
    /// Bytes were written: at a place, or where the file stood.
    Write(i32, Option<u64>, Vec<u8>),
    /// Bytes of one file were written to another by the system: from, to, how many.
    Copy(i32, i32, u64),
    /// The file has this length.
    Length(i32, u64),
    /// What was written is lasting.
    Sync(i32),
    /// Another name.
    Rename(PathBuf, PathBuf),
    /// A second name.
    Link(PathBuf, PathBuf),
    /// The file, or the empty folder, is gone.
    Remove(PathBuf),
    /// A new folder.
    Folder(PathBuf),
    /// A line of the program's own words.
    Said(String),
}

/// A program that runs under strace, which writes to `record`.
pub fn traced(program: &Path, record: &Path) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["--follow-forks", "--seccomp-bpf", "-xx", "-s", "16777216", "-e", &format!("trace={CALLS}"), "--output"])
        .arg(record)
        .arg(program);
    command
}

/// Reads a record in its order.
///
/// # Panics
/// At a call that changes files and is not known here: it would be missed.
pub fn events(record: &str) -> Vec<Event> {
    let (mut reader, mut unfinished) = (Reader::default(), HashMap::<String, String>::new());
    for line in record.lines() {
        let (thread, call) = line.split_once(char::is_whitespace).unwrap();
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
            unfinished.insert(thread.to_owned(), begun.to_owned());
        } else if let Some((_, rest)) = call.strip_prefix("<... ").and_then(|resumed| resumed.split_once(" resumed>")) {
            let begun = unfinished.remove(thread).unwrap();
            reader.call(&format!("{begun}{rest}"));
        } else {
            reader.call(call);
        }
    }
    reader.events
}

#[derive(Default)]
struct Reader {
    events: Vec<Event>,
    /// Where a folder stands that was opened by a number.
    folders: HashMap<i32, PathBuf>,
    said: Vec<u8>,
}

impl Reader {
    fn call(&mut self, line: &str) {
        // Signals and ends have no arguments.
        let Some((name, rest)) = line.split_once('(').filter(|_| !line.starts_with(['+', '-'])) else { return };
        let Some((arguments, result)) = rest.rsplit_once(" = ") else { return };
        let Ok(result) = result.split([' ', '\t']).next().unwrap_or_default().parse::<i64>() else { return };
        if result < 0 {
            return;
        }
        let arguments: Vec<&str> = arguments.trim_end().trim_end_matches(')').split(", ").collect();
        self.done(name, &Arguments(arguments), u64::try_from(result).unwrap());
    }

    fn done(&mut self, name: &str, given: &Arguments<'_>, result: u64) {
        let number = || i32::try_from(result).unwrap();
        let event = match name {
            "openat" => Some(self.opened(self.at(given, 0), given.text(2), number())),
            "open" => Some(self.opened(given.path(0), given.text(1), number())),
            "close" => {
                self.folders.remove(&given.file(0));
                Some(Event::Close(given.file(0)))
            }
            "dup" | "dup2" | "dup3" => Some(Event::Same(given.file(0), number())),
            "fcntl" if given.text(1).starts_with("F_DUPFD") => Some(Event::Same(given.file(0), number())),
            "lseek" => Some(Event::Seek(given.file(0), result)),
            "read" => Some(Event::Read(given.file(0), result)),
            "write" if given.file(0) == 1 => self.words(&given.bytes(1)),
            "write" => Some(Event::Write(given.file(0), None, first(given.bytes(1), result))),
            "pwrite64" => Some(Event::Write(given.file(0), Some(given.number(3)), first(given.bytes(1), result))),
            "ftruncate" => Some(Event::Length(given.file(0), given.number(1))),
            "fsync" | "fdatasync" => Some(Event::Sync(given.file(0))),
            "rename" => Some(Event::Rename(given.path(0), given.path(1))),
            "renameat" | "renameat2" => Some(Event::Rename(self.at(given, 0), self.at(given, 2))),
            "link" => Some(Event::Link(given.path(0), given.path(1))),
            "linkat" => Some(Event::Link(self.at(given, 0), self.at(given, 2))),
            "unlink" | "rmdir" => Some(Event::Remove(given.path(0))),
            "unlinkat" => Some(Event::Remove(self.at(given, 0))),
            "mkdir" => Some(Event::Folder(given.path(0))),
            "mkdirat" => Some(Event::Folder(self.at(given, 0))),
            "copy_file_range" | "sendfile" => Self::copied(name, given, result),
            // None of these changes what a file holds; the kernel's clones are refused on the systems that CI has.
            "fcntl" | "ioctl" | "sync_file_range" => None,
            other => panic!("{other} is not replayed"),
        };
        self.events.extend(event);
    }

    fn opened(&mut self, path: PathBuf, flags: &str, file: i32) -> Event {
        self.folders.insert(file, path.clone());
        let has = |flag: &str| flags.split('|').any(|one| one == flag);
        Event::Open { path, file, create: has("O_CREAT"), truncate: has("O_TRUNC"), append: has("O_APPEND") }
    }

    /// A path that may be told from an open folder.
    fn at(&self, given: &Arguments<'_>, place: usize) -> PathBuf {
        let path = given.path(place + 1);
        match given.text(place).parse::<i32>().ok().and_then(|folder| self.folders.get(&folder)) {
            Some(folder) => folder.join(path),
            None => path,
        }
    }

    fn copied(name: &str, given: &Arguments<'_>, bytes: u64) -> Option<Event> {
        let (from, to) = if name == "sendfile" { (given.file(1), given.file(0)) } else { (given.file(0), given.file(2)) };
        let offsets: &[usize] = if name == "sendfile" { &[2] } else { &[1, 3] };
        assert!(offsets.iter().all(|place| given.text(*place) == "NULL"), "a copy from a place is not replayed");
        (bytes > 0).then_some(Event::Copy(from, to, bytes))
    }

    /// The program's own words, a line at a time.
    fn words(&mut self, bytes: &[u8]) -> Option<Event> {
        self.said.extend(bytes);
        let end = self.said.iter().position(|byte| *byte == b'\n')?;
        let rest = self.said.split_off(end + 1);
        let line = std::mem::replace(&mut self.said, rest);
        Some(Event::Said(String::from_utf8(line).unwrap().trim_end().to_owned()))
    }
}

/// What a call wrote of the bytes that it was given.
fn first(mut bytes: Vec<u8>, written: u64) -> Vec<u8> {
    bytes.truncate(usize::try_from(written).unwrap());
    bytes
}

/// The arguments of a call, as strace prints them. With `-xx` no text holds a comma or a bracket.
struct Arguments<'a>(Vec<&'a str>);

impl Arguments<'_> {
    fn text(&self, place: usize) -> &str {
        self.0.get(place).copied().unwrap_or_else(|| panic!("argument {place} of {:?}", self.0))
    }

    fn file(&self, place: usize) -> i32 {
        self.text(place).parse().unwrap()
    }

    fn number(&self, place: usize) -> u64 {
        self.text(place).parse().unwrap()
    }

    fn bytes(&self, place: usize) -> Vec<u8> {
        let text = self.text(place);
        let hexadecimal: String = text.trim_matches('"').split("\\x").collect();
        assert!(text.ends_with('"'), "strace left bytes out");
        hex::decode(hexadecimal).unwrap()
    }

    fn path(&self, place: usize) -> PathBuf {
        PathBuf::from(String::from_utf8(self.bytes(place)).unwrap())
    }
}
