//! The page, or a part of it, used as a person uses it: by the names of buttons and the labels of fields.

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::Locator::XPath;

use super::driven::keep_picture;

/// How long something may take to come up on the screen, on a loaded machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Milliseconds between two looks at the page.
const LOOK: Duration = Duration::from_millis(50);

/// Ctrl and A, which marks all that stands in a field. The driver lets go of Ctrl when it has sent them.
const MARK_ALL: &str = "\u{E009}a";

/// The page, or what stands inside something that has a name.
pub(crate) struct Part<'a> {
    client: &'a Client,
    root: String,
}

impl<'a> Part<'a> {
    /// The whole page.
    pub(super) fn page(client: &'a Client) -> Self {
        Self { client, root: String::new() }
    }

    /// What stands inside the group, the section or the dialog of this name.
    pub(crate) fn inside(&self, name: &str) -> Self {
        let name = quoted(name);
        // The heading is looked for only where there is one to be named by: this is asked of every element.
        let headed = format!("@aria-labelledby and @aria-labelledby=//h2[normalize-space()={name}]/@id");
        let root = format!("{}//*[@aria-label={name} or ({headed})]", self.root);
        Self { client: self.client, root }
    }

    /// Presses the button, link or tab of this name; what only a screen reader adds to the name is left out.
    pub(crate) async fn press(&self, name: &str) {
        self.click(&self.button(name), &format!("a button {name}")).await;
    }

    /// Is there a button, link or tab of this name now?
    pub(crate) async fn has_button(&self, name: &str) -> bool {
        !self.client.find_all(XPath(&self.button(name))).await.unwrap().is_empty()
    }

    /// Opens what is folded together under these words, where it is not open.
    pub(crate) async fn unfold(&self, words: &str) {
        let summary = format!("{}//summary[starts-with(normalize-space(), {})]", self.root, quoted(words));
        let what = format!("something folded under {words}");
        let folded = self.find(&format!("{summary}/parent::details"), &what).await;
        if folded.attr("open").await.unwrap().is_none() {
            self.click(&summary, &what).await;
        }
    }

    /// Writes into the field of this label, over what stands there.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.send_keys(MARK_ALL).await.unwrap();
        field.send_keys(text).await.unwrap();
        // The driver answers before the last keys have come through.
        self.holds(label, text).await;
    }

    /// Marks or unmarks the choice of this label.
    pub(crate) async fn choose(&self, label: &str) {
        self.click(&format!("{}{}", self.root, label_path(label)), &format!("a choice {label}")).await;
    }

    /// Marks or unmarks a choice in the group whose heading begins like this, where several groups have choices of the same name.
    pub(crate) async fn choose_in(&self, group: &str, label: &str) {
        let within = format!("{}//fieldset[legend[starts-with(normalize-space(), {})]]{}", self.root, quoted(group), label_path(label));
        self.click(&within, &format!("a choice {label} in {group}")).await;
    }

    /// Picks an option of a list.
    pub(crate) async fn pick(&self, label: &str, option: &str) {
        let field = self.field(label).await;
        self.bring_into_view(&field).await;
        let picked = field.select_by_label(option).await;
        picked.unwrap_or_else(|error| panic!("the list {label} has not {option}: {error:?}"));
    }

    /// What stands in the field of this label.
    pub(crate) async fn value(&self, label: &str) -> String {
        self.field(label).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Waits until this stands in the field of this label.
    pub(crate) async fn holds(&self, label: &str, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while self.value(label).await != text {
            let now = self.value(label).await;
            self.go_on_until(deadline, &format!("{text} in the field {label}, where {now} stands")).await;
        }
    }

    /// Waits until these words can be read.
    pub(crate) async fn reads(&self, words: &str) {
        let words = quoted(words);
        let root = if self.root.is_empty() { "//body" } else { &self.root };
        let smallest = format!("{root}//*[contains(normalize-space(), {words}) and not(*[contains(normalize-space(), {words})])]");
        self.find(&smallest, &format!("the words {words}")).await;
    }

    /// Waits until there is a heading with these words.
    pub(crate) async fn heading(&self, words: &str) {
        let path = format!("{}//*[self::h1 or self::h2 or self::h3][contains(normalize-space(), {})]", self.root, quoted(words));
        self.find(&path, &format!("a heading {words}")).await;
    }

    fn button(&self, name: &str) -> String {
        let pressable = "self::button or self::a or self::summary or @role='button' or @role='tab' or @role='menuitem'";
        let name = quoted(name);
        let named = format!(
            "normalize-space()={name} or @aria-label={name} or normalize-space(text()[normalize-space()][1])={name} or normalize-space(span[1])={name}"
        );
        format!("{}//*[{pressable}][{named}]", self.root)
    }

    async fn field(&self, label: &str) -> Element {
        let root = &self.root;
        let what = format!("a field {label}");
        let named = self.find(&format!("{root}{} | {root}//*[@aria-label={}]", label_path(label), quoted(label)), &what).await;
        match named.attr("for").await.unwrap() {
            Some(id) => self.find(&format!("//*[@id={}]", quoted(&id)), &what).await,
            None => named,
        }
    }

    /// Clicks when the element can be clicked (the page may be drawing it anew), and again where the click went beside: the driver
    /// aims and then clicks, and the page may have moved what it aimed at in between.
    async fn click(&self, path: &str, what: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.click_once(path, what).await {
                Ok(true) => return,
                Ok(false) => self.go_on_until(deadline, &format!("{what} that a click reaches")).await,
                Err(error) => self.go_on_until(deadline, &format!("{what} that can be clicked ({error})")).await,
            }
        }
    }

    /// Scrolls to an element: the driver does not bring into view by itself what it is asked to use.
    async fn bring_into_view(&self, element: &Element) {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.client.execute(scroll, vec![serde_json::to_value(element).unwrap()]).await.unwrap();
    }

    /// Whether the click reached what it was aimed at.
    async fn click_once(&self, path: &str, what: &str) -> Result<bool, CmdError> {
        let element = self.find(path, what).await;
        self.bring_into_view(&element).await;
        let aimed = "window.clickCameThrough = false;
            arguments[0].addEventListener('click', () => { window.clickCameThrough = true; }, { capture: true, once: true });";
        self.client.execute(aimed, vec![serde_json::to_value(&element).unwrap()]).await?;
        element.click().await?;
        Ok(self.click_came_through().await)
    }

    /// Whether the last click reached what it was aimed at. A page that was loaded anew, or that is gone, was reached.
    async fn click_came_through(&self) -> bool {
        let deadline = Instant::now() + Duration::from_secs(5);
        while Instant::now() < deadline {
            match self.client.execute("return window.clickCameThrough === false", Vec::new()).await {
                Ok(serde_json::Value::Bool(true)) => tokio::time::sleep(LOOK).await,
                _ => return true,
            }
        }
        false
    }

    async fn find(&self, path: &str, what: &str) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.client.find(XPath(path)).await {
                Ok(element) => return element,
                Err(CmdError::Standard(_)) => self.go_on_until(deadline, what).await,
                Err(error) => panic!("the driver failed at {what}: {error}"),
            }
        }
    }

    /// Waits a moment. After the deadline it fails with what the page says instead, since a picture alone tells little in a log.
    async fn go_on_until(&self, deadline: Instant, what: &str) {
        if Instant::now() > deadline {
            keep_picture(self.client, "failed").await;
            let page = self.client.execute("return document.body.innerText", Vec::new()).await.unwrap();
            panic!("the page has not {what}; it says:\n{}", page.as_str().unwrap_or_default());
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// The label of these words; what a field adds to its label (a format, a hint, when it was saved) stands in elements of its own.
fn label_path(words: &str) -> String {
    let words = quoted(words);
    format!(
        "//label[normalize-space()={words} or normalize-space(text()[normalize-space()][1])={words} \
         or normalize-space(span[1]/text()[normalize-space()][1])={words}]"
    )
}

/// A string of XPath, which has no escapes.
fn quoted(words: &str) -> String {
    assert!(!words.contains('"'), "no name has a double quote: {words}");
    format!("\"{words}\"")
}
