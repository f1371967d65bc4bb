//! The program's window, used as a person uses it: by the names of buttons and the labels of fields.

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::wd::Locator::XPath;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::{Mutex, MutexGuard};

use super::desktop::{Desktop, Group, until};

/// How long something may take to come up on the screen, on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(30);

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

    /// The desktop that the program runs on.
    pub(crate) fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Presses the button, link or tab of this name.
    pub(crate) async fn press(&self, name: &str) {
        let pressable = "self::button or self::a or self::summary or @role='button' or @role='tab' or @role='menuitem'";
        let found = self
            .find(&format!("//*[{pressable}][normalize-space()={0} or @aria-label={0}]", quoted(name)), &format!("a button {name}"))
            .await;
        found.click().await.unwrap();
    }

    /// Writes into the field of this label, over what stands there.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Marks or unmarks the choice of this label.
    pub(crate) async fn choose(&self, label: &str) {
        self.find(&label_path(label), &format!("a choice {label}")).await.click().await.unwrap();
    }

    /// Marks or unmarks a choice in the group of this heading, where several groups have choices of the same name.
    pub(crate) async fn choose_in(&self, group: &str, label: &str) {
        let within = format!("//fieldset[legend[starts-with(normalize-space(), {})]]{}", quoted(group), label_path(label));
        self.find(&within, &format!("a choice {label} in {group}")).await.click().await.unwrap();
    }

    /// Picks an option of a list.
    pub(crate) async fn pick(&self, label: &str, option: &str) {
        self.field(label).await.select_by_label(option).await.unwrap();
    }

    /// What stands in the field of this label.
    pub(crate) async fn value(&self, label: &str) -> String {
        self.field(label).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Waits until the page has this heading.
    pub(crate) async fn heading(&self, words: &str) {
        self.find(
            &format!("//*[self::h1 or self::h2 or self::h3][contains(normalize-space(), {})]", quoted(words)),
            &format!("a heading {words}"),
        )
        .await;
    }

    /// Waits until these words can be read on the page.
    pub(crate) async fn reads(&self, words: &str) {
        let smallest = format!("//body//*[contains(normalize-space(), {0}) and not(*[contains(normalize-space(), {0})])]", quoted(words));
        self.find(&smallest, &format!("the words {words}")).await;
    }

    /// Runs a script in the page; `return` gives its answer.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Keeps a picture of the page, in `target/pictures` or the folder that SAMSYN_PICTURES names from the project's top.
    pub(crate) async fn picture(&self, name: &str) {
        let folder = samsyn_tests::project().join(std::env::var("SAMSYN_PICTURES").unwrap_or_else(|_| "target/pictures".to_owned()));
        fs_err::create_dir_all(&folder).unwrap();
        fs_err::write(folder.join(format!("{name}.png")), self.client.screenshot().await.unwrap()).unwrap();
    }

    async fn field(&self, label: &str) -> Element {
        let path = format!(
            "//*[@id={0}/@for] | {0}//input | {0}//textarea | {0}//select | //*[@aria-label={1}]",
            label_path(label),
            quoted(label)
        );
        self.find(&path, &format!("a field {label}")).await
    }

    /// Waits for an element. Fails with what the page says instead, since a picture alone tells little in a log.
    async fn find(&self, path: &str, what: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(XPath(path)).await {
            Ok(element) => element,
            Err(error) => {
                self.picture("failed").await;
                let page = self.run("return document.body.innerText").await;
                panic!("the page has not {what} ({error}); it says:\n{}", page.as_str().unwrap_or_default());
            }
        }
    }
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

/// The label of these words; what a field adds to its label (a format, a hint) stands in elements of its own after them.
fn label_path(words: &str) -> String {
    let words = quoted(words);
    format!("//label[normalize-space()={words} or normalize-space(text()[normalize-space()][1])={words} or normalize-space(*[1])={words}]")
}

/// A string of XPath, which has no escapes.
fn quoted(words: &str) -> String {
    assert!(!words.contains('"'), "no name has a double quote: {words}");
    format!("\"{words}\"")
}
