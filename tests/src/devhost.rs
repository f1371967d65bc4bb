//! The devhost: the page and the commands of a practice store on loopback, for a browser that tests can drive.
//!
//! A test tool, never a product feature. It listens on 127.0.0.1 at a random port, answers only requests that name just that
//! host and carry the token it put into the page, and sends the page under the product's own content security policy.

use std::io::Cursor;
use std::net::{SocketAddr, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use samsyn_app::example::{Phase, Script};
use samsyn_app::{App, AppError, Clock, Code, Setup};
use serde_json::Value;
use tiny_http::{Header, Method, Request, Response, Server};

/// 11 January 2027, 8.00 in Sweden, in seconds since 1970.
const FIRST_MORNING: i64 = 1_799_650_800;

type Reply = Response<Cursor<Vec<u8>>>;

/// A running devhost. It stops when dropped, and its store's folder goes with it.
pub struct Devhost {
    address: SocketAddr,
    server: Arc<Server>,
    thread: Option<JoinHandle<()>>,
    folder: tempfile::TempDir,
}

impl Devhost {
    /// Starts one on an empty store in a temporary folder. `prepare` fills the store before the first page is served.
    ///
    /// # Panics
    /// When no port is free or the page has not been built.
    pub fn start(clock: Clock, prepare: impl FnOnce(&mut App) + Send + 'static) -> Self {
        Self::on(move |folder| {
            // Practice lies beside the store, and so in the temporary folder too.
            let mut app = App::new(Setup { folder: folder.join("store"), clock, keyring: false });
            prepare(&mut app);
            app
        })
    }

    /// Starts one on an empty store, with its clock standing where the examples begin, so that no view changes with the day.
    ///
    /// # Panics
    /// When no port is free or the page has not been built.
    pub fn on_nothing() -> Self {
        Self::start(Clock::Fixed(chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(FIRST_MORNING)), |_| {})
    }

    /// Starts one on a case's practice store, locked, with the case carried through a phase and all before it. Its clock stands where the phase left it.
    ///
    /// # Panics
    /// When there is no such phase, no port is free or the page has not been built.
    pub fn on_example(phases: &'static [(&'static str, Phase)], through: &str) -> Self {
        let through = through.to_owned();
        Self::on(move |folder| {
            let mut script = Script::begin(folder).unwrap();
            let last = phases.iter().position(|(name, _)| *name == through).unwrap();
            phases.iter().take(last + 1).for_each(|(_, carry)| carry(&mut script).unwrap());
            script.app.lock();
            script.app
        })
    }

    fn on(app: impl FnOnce(&Path) -> App + Send + 'static) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").unwrap());
        let address = server.server_addr().to_ip().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let site = Site { host: address.to_string(), token: token(), policy: policy(), pages: crate::project().join("ui/dist") };
        assert!(site.pages.join("index.html").exists(), "ui/dist is missing: `npm run build` in ui first");
        let place = folder.path().to_owned();
        let requests = Arc::clone(&server);
        wake_now_and_then(&server, address);
        let thread = thread::spawn(move || {
            let mut app = app(&place);
            for mut request in requests.incoming_requests() {
                let reply = site.answer(&mut app, &mut request);
                // A browser that has gone away needs no answer.
                let _ = request.respond(reply);
            }
        });
        Self { address, server, thread: Some(thread), folder }
    }

    /// Where a browser finds the page.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The store's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Serves until the process ends.
    pub fn serve(mut self) {
        if let Some(thread) = self.thread.take() {
            // The server's own panic has been told already.
            let _ = thread.join();
        }
    }
}

impl Drop for Devhost {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// How often the server's threads are woken.
const WAKE_EVERY: Duration = Duration::from_millis(250);

/// Connects and hangs up now and then, for as long as the server is there. Where two connections come at once, tiny_http 0.12 can
/// leave one waiting for a thread that nobody wakes, until the browser gives up another after five minutes.
fn wake_now_and_then(server: &Arc<Server>, address: SocketAddr) {
    let server = Arc::downgrade(server);
    thread::spawn(move || {
        while server.strong_count() > 0 {
            // It tells nothing: a server that is going away is not there to be woken.
            let _ = TcpStream::connect(address);
            thread::sleep(WAKE_EVERY);
        }
    });
}

struct Site {
    host: String,
    token: String,
    policy: String,
    pages: PathBuf,
}

impl Site {
    fn answer(&self, app: &mut App, request: &mut Request) -> Reply {
        // Another site in the same browser could reach the port by a name of its own (DNS rebinding).
        if header(request, "Host") != Some(&self.host) {
            return plain(403, "wrong host");
        }
        let url = request.url().split('?').next().unwrap_or_default().to_owned();
        match (request.method().clone(), url.trim_start_matches('/').split_once('/')) {
            (Method::Post, Some((kind @ ("call" | "bytes"), command))) => {
                if header(request, "X-Samsyn-Token") != Some(&self.token) {
                    return plain(403, "wrong token");
                }
                let Ok(asked) = serde_json::from_reader(request.as_reader()) else {
                    return json(422, &AppError::new(Code::MalformedRequest));
                };
                match kind {
                    "call" => told(app.call(command, asked).map(|reply| json(200, &reply))),
                    _ => told(
                        app.call_for_bytes(command, asked)
                            .map(|pdf| Response::from_data(pdf).with_header(named("Content-Type", "application/pdf"))),
                    ),
                }
            }
            // A browser asks for it unbidden, and tells of an error where there is none.
            (Method::Get, _) if url == "/favicon.ico" => plain(204, ""),
            (Method::Get, _) => self.page(&url),
            _ => plain(405, "GET a page or POST a command"),
        }
    }

    fn page(&self, url: &str) -> Reply {
        let path = Path::new(if url == "/" { "index.html" } else { url.trim_start_matches('/') });
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        let Some(mut content) = inside.then(|| fs_err::read(self.pages.join(path)).ok()).flatten() else {
            return plain(404, "no such page");
        };
        if path == Path::new("index.html") {
            let meta = format!("<head><meta name=\"samsyn-devhost\" content=\"{}\">", self.token);
            content = String::from_utf8(content).unwrap().replacen("<head>", &meta, 1).into_bytes();
        }
        Response::from_data(content)
            .with_header(named("Content-Type", content_type(path)))
            .with_header(named("Content-Security-Policy", &self.policy))
            .with_header(named("Cache-Control", "no-store"))
            .with_header(named("X-Content-Type-Options", "nosniff"))
    }
}

/// The product's policy. Only the way to the commands differs: there by Tauri's protocol, here by this host.
fn policy() -> String {
    let config: Value = serde_json::from_slice(&fs_err::read(crate::project().join("tauri.conf.json")).unwrap()).unwrap();
    let policy = config.pointer("/app/security/csp").and_then(Value::as_str).unwrap();
    assert!(policy.contains("connect-src ipc:"), "the product's policy has no connect-src to extend");
    policy.replace("connect-src ipc:", "connect-src 'self' ipc:")
}

fn token() -> String {
    let mut random = [0; 16];
    getrandom::fill(&mut random).unwrap();
    hex::encode(random)
}

fn told(outcome: Result<Reply, AppError>) -> Reply {
    outcome.unwrap_or_else(|refusal| json(422, &refusal))
}

fn json(status: u16, value: &impl serde::Serialize) -> Reply {
    Response::from_data(serde_json::to_vec(value).unwrap()).with_status_code(status).with_header(named("Content-Type", "application/json"))
}

fn plain(status: u16, words: &str) -> Reply {
    Response::from_data(words.as_bytes()).with_status_code(status)
}

fn header<'request>(request: &'request Request, name: &str) -> Option<&'request str> {
    request.headers().iter().find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name)).map(|header| header.value.as_str())
}

fn named(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
