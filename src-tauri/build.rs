//! Tells Tauri where the capabilities and permissions stand; it emits no rerun lines for such places itself.
fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/**/*")
            .app_manifest(tauri_build::AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*.toml")),
    )
    .expect("Tauri's build step needs tauri.conf.json at the top of the project");
}
