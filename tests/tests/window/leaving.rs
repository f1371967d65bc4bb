//! The page cannot leave the program, and nothing it tries reaches another host.

use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::Window;
use super::desktop::until;

/// Counts who comes, on loopback, where nothing but the program's own rules stands between.
fn listener() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let hits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&hits);
    thread::spawn(move || {
        for _ in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    (address, hits)
}

#[tokio::test]
async fn nothing_the_page_tries_reaches_another_host() {
    let (address, hits) = listener();
    let window = Window::open().await;

    let ways = "
        fetch(url).catch(() => {});
        new Image().src = url;
        try { new WebSocket(url.replace('http', 'ws')); } catch {}
        try { new EventSource(url); } catch {}
        navigator.sendBeacon(url, 'x');
        window.open(url);
        for (const [tag, name] of [['iframe', 'src'], ['object', 'data'], ['script', 'src'], ['video', 'src']]) {
            const element = document.createElement(tag);
            element[name] = url;
            document.body.append(element);
        }
        for (const rel of ['stylesheet', 'prefetch', 'preconnect', 'icon']) {
            document.head.append(Object.assign(document.createElement('link'), { rel, href: url }));
        }
        const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
        document.body.append(form);
        form.submit();
        const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
        document.body.append(link);
        link.click();
    ";
    window.run(&format!("const url = 'http://{address}/'; {ways}")).await;
    window.run(&format!("location.href = 'http://{address}/'")).await;
    window.run("document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0; url=http://ADDRESS/' }))".replace("ADDRESS", &address).as_str()).await;

    // What is on its way arrives within moments on loopback; there is no event for what never comes.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(hits.load(Ordering::SeqCst), 0, "the listener was reached");
    assert_eq!(window.run("return location.protocol").await, "tauri:", "the page is still the program's own");

    drop(TcpStream::connect(&address).unwrap());
    until("the test's own connection, which shows that the listener counts", || hits.load(Ordering::SeqCst) == 1);
    window.close().await;
}
