//! The program's window, opened on a desktop of its own and driven through WebKit's driver.

use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::{Mutex, MutexGuard};

use super::desktop::{Desktop, Group, until};
use super::part::Part;

/// Two windows at once would only slow each other down.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// A window under test. The order of its parts is the order in which they end.
pub(crate) struct Window {
    client: Client,
    _driver: Group,
    desktop: Desktop,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    /// Opens the program on an empty store.
    pub(crate) async fn open() -> Self {
        let turn = ONE_AT_A_TIME.lock().await;
        let desktop = Desktop::start();
        let (driver, client) = start(&desktop).await;
        Self { client, _driver: driver, desktop, _turn: turn }
    }

    /// Closes the program and opens it again on the same store.
    pub(crate) async fn reopen(self) -> Self {
        let Self { client, _driver: driver, desktop, _turn: turn } = self;
        client.close().await.unwrap();
        drop(driver);
        let (driver, client) = start(&desktop).await;
        Self { client, _driver: driver, desktop, _turn: turn }
    }

    /// Closes the program.
    pub(crate) async fn close(self) {
        self.client.clone().close().await.unwrap();
    }

    /// Kills the program and its page where they stand, and leaves the desktop that they ran on.
    pub(crate) fn kill(self) -> Desktop {
        let Self { _driver: driver, desktop, .. } = self;
        drop(driver);
        desktop
    }

    /// The desktop that the program runs on.
    pub(crate) fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The page that is shown.
    pub(crate) fn page(&self) -> Part<'_> {
        Part::page(&self.client)
    }

    /// Runs a script in the page; `return` gives its answer.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script in the page gives true.
    pub(crate) async fn until(&self, what: &str, script: &str) {
        let deadline = Instant::now() + Duration::from_mins(1);
        while self.run(script).await != Value::Bool(true) {
            if Instant::now() > deadline {
                let page = self.run("return document.body.innerText").await;
                panic!("{what} did not come; the page says:\n{}", page.as_str().unwrap_or_default());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Keeps a picture of the page, in `target/pictures` or the folder that SAMSYN_PICTURES names from the project's top.
    pub(crate) async fn picture(&self, name: &str) {
        keep_picture(&self.client, name).await;
    }
}

/// Keeps a picture of the page.
pub(super) async fn keep_picture(client: &Client, name: &str) {
    let folder = samsyn_tests::project().join(std::env::var("SAMSYN_PICTURES").unwrap_or_else(|_| "target/pictures".to_owned()));
    fs_err::create_dir_all(&folder).unwrap();
    // What was changed last is on the screen two frames later.
    let painted = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
    client.execute(painted, Vec::new()).await.unwrap();
    fs_err::write(folder.join(format!("{name}.png")), client.screenshot().await.unwrap()).unwrap();
}

async fn start(desktop: &Desktop) -> (Group, Client) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let driver = Group::start(
        desktop
            .command("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            // Without this the program starts and the session never does.
            .env("TAURI_WEBVIEW_AUTOMATION", "true"),
    );
    until("the driver", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    let capabilities = json!({ "webkitgtk:browserOptions": {
        "binary": samsyn_tests::program("samsyn"),
        "args": ["--store", desktop.store()],
    }});
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities.as_object().unwrap().clone())
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .unwrap();
    (driver, client)
}
