//! Generated files are what the code says. With SAMSYN_GEN=1 they are written instead (`cargo xtask gen`).

use std::env;

use super::{files, none};

const FOLDER: &str = "ui/src/bindings";

#[test]
fn generated_bindings_are_fresh() {
    let folder = samsyn_tests::project().join(FOLDER);
    let wanted = samsyn_app::bindings::files();
    if env::var_os("SAMSYN_GEN").is_some() {
        fs_err::create_dir_all(&folder).unwrap();
        for (name, _) in files(FOLDER, &[""]) {
            fs_err::remove_file(samsyn_tests::project().join(name)).unwrap();
        }
        for (name, content) in &wanted {
            fs_err::write(folder.join(name), content).unwrap();
        }
    }
    let stale = wanted
        .iter()
        .filter(|(name, content)| fs_err::read_to_string(folder.join(name)).ok().as_ref() != Some(content))
        .map(|(name, _)| name.clone());
    none("bindings that are not what the code says; run `cargo xtask gen`", stale.collect());

    let known = |name: &str| wanted.iter().any(|(wanted, _)| name == format!("{FOLDER}/{wanted}"));
    let left = files(FOLDER, &[""]).into_iter().map(|(name, _)| name).filter(|name| !known(name));
    none("files among the bindings that nothing makes; run `cargo xtask gen`", left.collect());
}
