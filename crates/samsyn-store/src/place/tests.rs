use super::mounts::kind_of;
use super::*;

fn at(path: &str) -> Place {
    Place { path: path.to_owned(), ..Place::default() }
}

fn on(file_system: &str) -> Place {
    Place { file_system: Some(file_system.to_owned()), ..at("/home/per/.local/share/samsyn/store") }
}

#[test]
fn a_folder_of_this_computer_is_fit() {
    let local = [
        r"\\?\C:\Users\per\AppData\Local\samsyn\store",
        r"C:\Users\per\AppData\Local\samsyn\store",
        r"D:\samsyn",
        "/home/per/.local/share/samsyn/store",
        "/srv/boxar/dropboxen/lada",
        "/Users/per/Library/Application Support/se.samsyn/store",
    ];
    for path in local {
        assert_eq!(judge(&at(path)), Ok(()), "{path}");
    }
    for kind in ["ext4", "btrfs", "xfs", "overlay", "tmpfs", "zfs", "ecryptfs", "fuse.gocryptfs", "fuseblk"] {
        assert_eq!(judge(&on(kind)), Ok(()), "{kind}");
    }
}

#[test]
fn a_share_and_a_drive_that_stands_for_one_are_refused() {
    // The last is what Windows makes of a drive letter that stands for a share, and of a redirected profile.
    for path in [r"\\server\hem\samsyn", "//server/hem/samsyn", r"\\?\UNC\server\hem\per\AppData\Local\samsyn\store"] {
        assert_eq!(judge(&at(path)), Err(Unfit::Network), "{path}");
    }
    for kind in ["nfs", "nfs4", "cifs", "smb3", "9p", "davfs", "fuse.sshfs", "fuse.gvfsd-fuse"] {
        assert_eq!(judge(&on(kind)), Err(Unfit::Network), "{kind}");
    }
}

#[test]
fn what_follows_its_user_from_computer_to_computer_is_refused() {
    assert_eq!(judge(&at(r"C:\Users\per\AppData\Roaming\samsyn\store")), Err(Unfit::Roaming));
    let moved = |path: &str| Place { roaming: Some(r"\\?\D:\Profiler\per".to_owned()), ..at(path) };
    assert_eq!(judge(&moved(r"\\?\D:\profiler\PER\samsyn")), Err(Unfit::Roaming), "Windows knows no case of letters");
    assert_eq!(judge(&moved(r"\\?\D:\Profiler\pernilla\samsyn")), Ok(()), "the name only begins the same");
}

#[test]
fn a_synchronised_folder_is_refused_by_its_name() {
    let synced = [
        r"C:\Users\per\OneDrive\samsyn",
        r"C:\Users\per\OneDrive - Bodens kommun\samsyn",
        "/home/per/Dropbox/samsyn",
        "/home/per/Dropbox (Privat)/samsyn",
        "/home/per/Nextcloud/samsyn",
        "/home/per/Nextcloud2/samsyn",
        "/home/per/ownCloud/samsyn",
        r"G:\My Drive\samsyn",
        "/Users/per/Library/Mobile Documents/samsyn",
    ];
    for path in synced {
        assert_eq!(judge(&at(path)), Err(Unfit::Synced), "{path}");
    }
    assert_eq!(judge(&on("fuse.rclone")), Err(Unfit::Synced));
}

#[test]
fn a_synchronised_folder_is_refused_by_what_names_or_marks_it() {
    let named = Place { synced: vec![r"\\?\C:\Users\per\Moln".to_owned()], ..at(r"\\?\C:\Users\per\Moln\samsyn") };
    assert_eq!(judge(&named), Err(Unfit::Synced));
    for mark in [".sync_0f2a99.db", "._sync_0f2a99.db", ".owncloudsync.log", ".dropbox", ".dropbox.cache/", ".stfolder/"] {
        assert_eq!(judge(&Place { beside: vec![mark.to_owned()], ..at("/data/store") }), Err(Unfit::Synced), "{mark}");
    }
    // Dropbox keeps its settings in a folder of that name in the home folder, which it does not synchronise.
    assert_eq!(judge(&Place { beside: vec![".dropbox/".to_owned(), ".bashrc".to_owned()], ..at("/data/store") }), Ok(()));
}

#[test]
fn a_mark_in_a_folder_above_is_found_before_the_store_exists() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("moln").join("register").join("store");
    assert_eq!(judge(&describe(&store).unwrap()), Ok(()));
    fs::create_dir(folder.path().join("moln")).unwrap();
    fs::write(folder.path().join("moln").join(".sync_0f2a99.db"), "").unwrap();
    assert_eq!(judge(&describe(&store).unwrap()), Err(Unfit::Synced));
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_to_where_the_store_would_lie() {
    let folder = tempfile::tempdir().unwrap();
    let (cloud, link) = (folder.path().join("Nextcloud"), folder.path().join("register"));
    fs::create_dir(&cloud).unwrap();
    std::os::unix::fs::symlink(&cloud, &link).unwrap();
    assert_eq!(judge(&describe(&link).unwrap()), Err(Unfit::Synced));
}

#[test]
fn the_deepest_mount_that_was_made_last_says_the_kind() {
    let mounts = "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n\
                  40 22 0:35 / /home rw - nfs4 server:/home rw\n\
                  41 40 0:36 / /home/per/lokal\\040disk rw shared:2 master:1 - ext4 /dev/vdb rw\n\
                  42 22 0:37 / /mnt rw - ext4 /dev/vdc rw\n\
                  43 22 0:38 / /mnt rw - cifs //server/hem rw\n";
    let kinds =
        [("/var/lib", "ext4"), ("/home/per", "nfs4"), ("/home/per/lokal disk/samsyn", "ext4"), ("/homestead", "ext4"), ("/mnt/a", "cifs")];
    for (folder, kind) in kinds {
        assert_eq!(kind_of(mounts, Path::new(folder)).as_deref(), Some(kind), "{folder}");
    }
    assert_eq!(kind_of("", Path::new("/home")), None);
}

#[test]
fn a_disk_says_what_is_left_on_it_before_the_store_exists() {
    let folder = tempfile::tempdir().unwrap();
    assert!(free_space(&folder.path().join("a").join("b")).unwrap() > 0);
}
