use tauri::Url;

use super::is_own;

#[test]
fn only_the_programs_own_page_may_be_gone_to() {
    let own = |address: &str| is_own(&Url::parse(address).unwrap());
    assert!(own("tauri://localhost/index.html"));
    assert!(own("http://tauri.localhost/"));
    for elsewhere in [
        "http://127.0.0.1:8080/",
        "https://example.se/?q=tauri.localhost",
        "http://tauri.localhost.example.se/",
        "file:///etc/passwd",
        "data:text/html,x",
        "about:blank",
    ] {
        assert!(!own(elsewhere), "{elsewhere}");
    }
}
