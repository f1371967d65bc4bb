//! The devhost lets nobody in but the page it served.

use std::io::{Read, Write};
use std::net::TcpStream;

use samsyn_app::Clock;
use samsyn_tests::devhost::Devhost;

/// Sends one request as it stands and gives the whole reply.
fn exchange(devhost: &Devhost, request: &str) -> String {
    let host = devhost.address().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut stream = TcpStream::connect(&host).unwrap();
    stream.write_all(request.replace("HOST", &host).as_bytes()).unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

fn call(devhost: &Devhost, host: &str, token: &str) -> String {
    exchange(
        devhost,
        &format!(
            "POST /call/store.status HTTP/1.1\r\nHost: {host}\r\nX-Samsyn-Token: {token}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"
        ),
    )
}

#[test]
fn commands_need_the_pages_token_and_the_right_host() {
    let devhost = Devhost::start(Clock::System, |_| {});
    let page = exchange(&devhost, "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n");
    let token = page.split("name=\"samsyn-devhost\" content=\"").nth(1).unwrap().split('"').next().unwrap();

    assert!(call(&devhost, "HOST", token).starts_with("HTTP/1.1 200"), "the page itself gets in");
    assert!(call(&devhost, "HOST", "guessed").starts_with("HTTP/1.1 403"));
    assert!(call(&devhost, "elsewhere.example", token).starts_with("HTTP/1.1 403"));
}

#[test]
fn pages_come_under_the_products_policy_and_from_their_folder_alone() {
    let devhost = Devhost::start(Clock::System, |_| {});
    let page = exchange(&devhost, "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n");
    assert!(page.contains("script-src 'self'") && page.contains("connect-src 'self' ipc:"), "{page}");
    assert!(!page.contains("unsafe-inline") && !page.contains("unsafe-eval"), "{page}");

    let outside = exchange(&devhost, "GET /../package.json HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n");
    assert!(outside.starts_with("HTTP/1.1 404"), "{outside}");
}
