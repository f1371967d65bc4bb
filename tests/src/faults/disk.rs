//! A disk that loses its power: it plays a program's calls again and keeps, drops or tears whatever was not yet lasting.
//!
//! What a file holds is lasting once the file has been synced, and a name once its folder has been: no more is promised by
//! POSIX, and no less is counted on.

use std::collections::{BTreeMap, HashMap};
use std::path::{Component, Path, PathBuf};

use super::Random;
use super::trace::Event;

/// What a disk writes whole or not at all, in bytes.
const SECTOR: usize = 512;

/// Whether the disk does what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// A sync makes lasting.
    Honest,
    /// A sync says that it is done, and does nothing.
    Lying,
    /// The journal is never synced, as with `synchronous = NORMAL` between two checkpoints.
    JournalUnsynced,
}

/// What becomes of what was not lasting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// All of it was written just in time.
    Kept,
    /// All of it is lost.
    Dropped,
    /// Each sector and each name by chance.
    Torn,
}

type Place = usize;

#[derive(Clone, Debug)]
enum Node {
    File { now: Vec<u8>, lasting: Vec<u8>, waiting: Vec<Change> },
    Folder { now: BTreeMap<String, Place>, lasting: BTreeMap<String, Place>, waiting: Vec<Entry> },
}

#[derive(Clone, Debug)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

/// A change of a folder. What one call does happens whole: a rename is one.
#[derive(Clone, Debug)]
struct Entry {
    gone: Option<String>,
    here: Option<(String, Place)>,
}

#[derive(Clone, Copy, Debug)]
struct Opened {
    node: Place,
    at: usize,
    append: bool,
}

/// The files below a folder, as a program sees them and as they would be without power.
#[derive(Debug)]
pub struct Replayed {
    disk: Disk,
    root: PathBuf,
    nodes: Vec<Node>,
    opened: HashMap<i32, Opened>,
    journals: Vec<Place>,
}

impl Replayed {
    /// Begins with what lies below a folder, all of it lasting, as if it lay where the program found it.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn begin(from: &Path, root: &Path, disk: Disk) -> Self {
        let mut begun = Self { disk, root: root.to_owned(), nodes: Vec::new(), opened: HashMap::new(), journals: Vec::new() };
        begun.take(from);
        begun
    }

    fn take(&mut self, path: &Path) -> Place {
        let place = self.nodes.len();
        if path.is_file() {
            let bytes = fs_err::read(path).unwrap();
            self.nodes.push(Node::File { now: bytes.clone(), lasting: bytes, waiting: Vec::new() });
            return place;
        }
        self.nodes.push(Node::Folder { now: BTreeMap::new(), lasting: BTreeMap::new(), waiting: Vec::new() });
        for entry in fs_err::read_dir(path).unwrap() {
            let entry = entry.unwrap();
            let below = self.take(&entry.path());
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(Node::Folder { now, lasting, .. }) = self.nodes.get_mut(place) {
                now.insert(name.clone(), below);
                lasting.insert(name, below);
            }
        }
        place
    }

    /// Plays one call, and says whether it touched these files.
    ///
    /// # Panics
    /// At what the program cannot have done, which shows a fault of the replay.
    pub fn play(&mut self, event: &Event) -> bool {
        match event {
            Event::Open { path, file, create, truncate, append } => self.open(path, *file, *create, *truncate, *append),
            Event::Close(file) => drop(self.opened.remove(file)),
            Event::Same(file, other) => {
                if let Some(opened) = self.opened.get(file).copied() {
                    self.opened.insert(*other, opened);
                }
            }
            Event::Seek(file, at) => self.seek(*file, |_| usize::try_from(*at).unwrap()),
            Event::Read(file, bytes) => self.seek(*file, |at| at + usize::try_from(*bytes).unwrap()),
            Event::Write(file, at, bytes) => return self.write(*file, *at, bytes),
            Event::Copy(from, to, bytes) => return self.copy(*from, *to, *bytes),
            Event::Length(file, length) => return self.length(*file, usize::try_from(*length).unwrap()),
            Event::Sync(file) => return self.sync(*file),
            Event::Rename(from, to) => return self.rename(from, to),
            Event::Link(from, to) => {
                let node = self.find(from);
                return self.enter(to, node);
            }
            Event::Remove(path) => return self.change_folder(path, |name| Entry { gone: Some(name), here: None }),
            Event::Folder(path) => {
                let node = Node::Folder { now: BTreeMap::new(), lasting: BTreeMap::new(), waiting: Vec::new() };
                return self.make(path, node);
            }
            Event::Said(_) => {}
        }
        false
    }

    /// Writes what would be on the disk if the power went now into the empty folder `to`.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn cut(&self, fate: Fate, random: &mut Random, to: &Path) {
        self.write_out(0, fate, random, to);
    }

    fn write_out(&self, node: Place, fate: Fate, random: &mut Random, to: &Path) {
        match self.nodes.get(node).unwrap() {
            Node::File { now, lasting, waiting } => {
                let bytes = match fate {
                    Fate::Kept => now.clone(),
                    Fate::Dropped => lasting.clone(),
                    Fate::Torn => torn(lasting.clone(), waiting, random),
                };
                fs_err::write(to, bytes).unwrap();
            }
            Node::Folder { now, lasting, waiting } => {
                let entries = match fate {
                    Fate::Kept => now.clone(),
                    Fate::Dropped => lasting.clone(),
                    Fate::Torn => {
                        let mut entries = lasting.clone();
                        let kept = random.below(waiting.len() + 1);
                        waiting.iter().take(kept).for_each(|entry| entry.apply(&mut entries));
                        entries
                    }
                };
                fs_err::create_dir_all(to).unwrap();
                for (name, node) in &entries {
                    self.write_out(*node, fate, random, &to.join(name));
                }
            }
        }
    }

    /// The names that lead to a path below the root; nothing where it lies elsewhere.
    fn names(&self, path: &Path) -> Option<Vec<String>> {
        let below = path.strip_prefix(&self.root).ok()?;
        below
            .components()
            .map(|part| match part {
                Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
                _ => None,
            })
            .collect()
    }

    fn find(&self, path: &Path) -> Option<Place> {
        self.names(path)?.iter().try_fold(0, |place, name| match self.nodes.get(place)? {
            Node::Folder { now, .. } => now.get(name).copied(),
            Node::File { .. } => None,
        })
    }

    fn open(&mut self, path: &Path, file: i32, create: bool, truncate: bool, append: bool) {
        self.opened.remove(&file);
        if create && self.find(path).is_none() {
            self.make(path, Node::File { now: Vec::new(), lasting: Vec::new(), waiting: Vec::new() });
        }
        let Some(node) = self.find(path) else { return };
        if path.to_string_lossy().ends_with("-wal") && !self.journals.contains(&node) {
            self.journals.push(node);
        }
        self.opened.insert(file, Opened { node, at: 0, append });
        if truncate {
            self.length(file, 0);
        }
    }

    fn make(&mut self, path: &Path, node: Node) -> bool {
        let place = self.nodes.len();
        let made = self.enter(path, Some(place));
        if made {
            self.nodes.push(node);
        }
        made
    }

    fn enter(&mut self, path: &Path, node: Option<Place>) -> bool {
        let Some(node) = node else { return false };
        self.change_folder(path, |name| Entry { gone: None, here: Some((name, node)) })
    }

    fn change_folder(&mut self, path: &Path, change: impl FnOnce(String) -> Entry) -> bool {
        let (Some(name), Some(parent)) = (path.file_name(), path.parent().and_then(|parent| self.find(parent))) else { return false };
        let entry = change(name.to_string_lossy().into_owned());
        if let Some(Node::Folder { now, waiting, .. }) = self.nodes.get_mut(parent) {
            entry.apply(now);
            waiting.push(entry);
        }
        true
    }

    fn rename(&mut self, from: &Path, to: &Path) -> bool {
        let Some(node) = self.find(from) else {
            assert!(self.names(to).is_none(), "a file came from elsewhere: that is not replayed");
            return false;
        };
        assert_eq!(from.parent(), to.parent(), "a rename between folders is not replayed");
        let gone = from.file_name().map(|name| name.to_string_lossy().into_owned());
        self.change_folder(to, |name| Entry { gone, here: Some((name, node)) })
    }

    fn seek(&mut self, file: i32, to: impl FnOnce(usize) -> usize) {
        if let Some(opened) = self.opened.get_mut(&file) {
            opened.at = to(opened.at);
        }
    }

    fn write(&mut self, file: i32, at: Option<u64>, bytes: &[u8]) -> bool {
        let Some(opened) = self.opened.get_mut(&file) else { return false };
        let Some(Node::File { now, waiting, .. }) = self.nodes.get_mut(opened.node) else { return false };
        let start = match at {
            Some(at) => usize::try_from(at).unwrap(),
            None if opened.append => now.len(),
            None => opened.at,
        };
        let change = Change::Bytes(start, bytes.to_vec());
        change.apply(now);
        waiting.push(change);
        if at.is_none() {
            opened.at = start + bytes.len();
        }
        true
    }

    fn copy(&mut self, from: i32, to: i32, length: u64) -> bool {
        let Some(source) = self.opened.get(&from).copied() else {
            assert!(!self.opened.contains_key(&to), "bytes came from elsewhere: that is not replayed");
            return false;
        };
        let Some(Node::File { now, .. }) = self.nodes.get(source.node) else { return false };
        let end = source.at + usize::try_from(length).unwrap();
        let bytes = now.get(source.at..end).unwrap().to_vec();
        self.seek(from, |_| end);
        self.write(to, None, &bytes)
    }

    fn length(&mut self, file: i32, length: usize) -> bool {
        let Some(node) = self.opened.get(&file).map(|opened| opened.node) else { return false };
        let Some(Node::File { now, waiting, .. }) = self.nodes.get_mut(node) else { return false };
        let change = Change::Length(length);
        change.apply(now);
        waiting.push(change);
        true
    }

    fn sync(&mut self, file: i32) -> bool {
        let Some(node) = self.opened.get(&file).map(|opened| opened.node) else { return false };
        let believed = match self.disk {
            Disk::Honest => true,
            Disk::Lying => false,
            Disk::JournalUnsynced => !self.journals.contains(&node),
        };
        if believed {
            match self.nodes.get_mut(node) {
                Some(Node::File { lasting, waiting, .. }) => waiting.drain(..).for_each(|change| change.apply(lasting)),
                Some(Node::Folder { lasting, waiting, .. }) => waiting.drain(..).for_each(|entry| entry.apply(lasting)),
                None => {}
            }
        }
        true
    }
}

impl Entry {
    fn apply(&self, entries: &mut BTreeMap<String, Place>) {
        if let Some(name) = &self.gone {
            entries.remove(name);
        }
        entries.extend(self.here.clone());
    }
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Length(length) => bytes.resize(*length, 0),
            Self::Bytes(at, written) => put(bytes, *at, written),
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    let end = at + written.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes.get_mut(at..end).unwrap().copy_from_slice(written);
}

/// What a file holds where some sectors of what was not synced came to the disk and some did not.
fn torn(mut bytes: Vec<u8>, waiting: &[Change], random: &mut Random) -> Vec<u8> {
    for change in waiting {
        match change {
            Change::Length(_) if random.one_in(2) => change.apply(&mut bytes),
            Change::Length(_) => {}
            Change::Bytes(at, written) => {
                let mut start = 0;
                while start < written.len() {
                    let end = written.len().min(start + SECTOR - (at + start) % SECTOR);
                    if random.one_in(2) {
                        put(&mut bytes, at + start, written.get(start..end).unwrap());
                    }
                    start = end;
                }
            }
        }
    }
    bytes
}
