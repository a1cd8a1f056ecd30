//! A headless Chromium as a reader drives it: W3C WebDriver, spoken to chromedriver.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The key under which WebDriver gives an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One browser at a time: each takes some hundred megabytes.
static TURN: Mutex<()> = Mutex::new(());

pub(crate) struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    _turn: MutexGuard<'static, ()>,
}

/// A key as WebDriver names it.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const CONTROL: &str = "\u{e009}";
    pub(crate) const ESCAPE: &str = "\u{e00c}";
    pub(crate) const LEFT: &str = "\u{e012}";
    pub(crate) const UP: &str = "\u{e013}";
    pub(crate) const RIGHT: &str = "\u{e014}";
    pub(crate) const DOWN: &str = "\u{e015}";
}

fn found(programs: &[&str]) -> Option<PathBuf> {
    let paths: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    programs.iter().flat_map(|program| paths.iter().map(move |path| path.join(program))).find(|path| path.is_file())
}

impl Browser {
    /// A browser in a language that loads files to a folder; none, and a word on standard error, where none is installed.
    pub(crate) fn start(language: &str, folder: &Path) -> Option<Self> {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let programs = found(&["chromedriver"]).zip(found(&["chromium", "chromium-browser", "google-chrome", "chrome"]));
        let Some((driver, browser)) = programs else {
            // past the capture of the test harness
            let said = "\n*** SKIPPED: no chromium and chromedriver, so the review page was NOT tried in a browser ***\n";
            let _ = std::io::stderr().write_all(said.as_bytes());
            return None;
        };
        let mut driver = Command::new(driver).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let started =
            lines.map_while(Result::ok).find_map(|line| line.split_once("successfully on port ").map(|(_, port)| port.to_owned()));
        let port = started.expect("chromedriver starts");
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let session = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
        let mut started = Self { driver, session, agent, _turn: turn };
        let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1440,900"];
        let options = json!({
            "binary": browser,
            "args": arguments.iter().map(|a| (*a).to_owned()).chain([format!("--lang={language}")]).collect::<Vec<_>>(),
            "prefs": { "intl.accept_languages": language, "download.default_directory": folder },
        });
        let wanted = json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
        let session = started.ask("POST", "/session", &json!({ "capabilities": { "alwaysMatch": wanted } }));
        started.session = format!("{}/session/{}", started.session, session["sessionId"].as_str().unwrap());
        Some(started)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let address = format!("{}{path}", self.session);
        let answer = match method {
            "GET" => self.agent.get(&address).call(),
            "DELETE" => self.agent.delete(&address).call(),
            _ => self.agent.post(&address).content_type("application/json").send(body.to_string()),
        };
        let mut answer = answer.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let text = answer.body_mut().read_to_string().unwrap();
        assert!(answer.status().is_success(), "{method} {path} {body}: {text}");
        serde_json::from_str::<Value>(&text).unwrap()["value"].take()
    }

    pub(crate) fn open(&self, page: &Path) {
        self.ask("POST", "/url", &json!({ "url": format!("file://{}", page.display()) }));
    }

    /// What a script returns.
    pub(crate) fn eval(&self, expression: &str) -> Value {
        self.ask("POST", "/execute/sync", &json!({ "script": format!("return {expression};"), "args": [] }))
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.eval(&format!("document.querySelector({}).textContent", json!(selector))).as_str().unwrap().to_owned()
    }

    pub(crate) fn count(&self, selector: &str) -> u64 {
        self.eval(&format!("document.querySelectorAll({}).length", json!(selector))).as_u64().unwrap()
    }

    fn element(&self, selector: &str) -> String {
        let found = self.ask("POST", "/element", &json!({ "using": "css selector", "value": selector }));
        found[ELEMENT].as_str().unwrap().to_owned()
    }

    /// Clicks as a mouse does: scrolled to, and an error where something else lies above.
    pub(crate) fn click(&self, selector: &str) {
        self.ask("POST", &format!("/element/{}/click", self.element(selector)), &json!({}));
    }

    /// Types into a field.
    pub(crate) fn fill(&self, selector: &str, text: &str) {
        self.ask("POST", &format!("/element/{}/value", self.element(selector)), &json!({ "text": text }));
    }

    /// Chooses from a list by the beginning of what it shows.
    pub(crate) fn pick(&self, selector: &str, shown: &str) {
        let list = format!("document.querySelector({})", json!(selector));
        let at = self.eval(&format!("[...{list}.options].findIndex((option) => option.text.startsWith({}))", json!(shown)));
        self.click(&format!("{selector} option:nth-child({})", at.as_i64().unwrap() + 1));
    }

    /// Presses keys one after the other, wherever the focus is.
    pub(crate) fn press(&self, keys: &[&str]) {
        let strokes = keys.iter().flat_map(|key| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]);
        self.act(strokes.collect());
    }

    /// Presses a key while another is held.
    pub(crate) fn chord(&self, held: &str, key: &str) {
        let stroke = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        self.act(vec![stroke("keyDown", held), stroke("keyDown", key), stroke("keyUp", key), stroke("keyUp", held)]);
    }

    fn act(&self, actions: Vec<Value>) {
        self.ask("POST", "/actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }

    /// The role and name that an element has for a screen reader.
    pub(crate) fn spoken(&self, selector: &str) -> (String, String) {
        let element = self.element(selector);
        let of = |what: &str| self.ask("GET", &format!("/element/{element}/{what}"), &Value::Null).as_str().unwrap().to_owned();
        (of("computedrole"), of("computedlabel"))
    }

    /// A screen of a phone.
    pub(crate) fn phone(&self, width: u32) {
        self.tool("Emulation.setDeviceMetricsOverride", &json!({ "width": width, "height": 800, "deviceScaleFactor": 2, "mobile": true }));
    }

    /// What the system likes: `light` or `dark`.
    pub(crate) fn scheme(&self, value: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.tool("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    fn tool(&self, command: &str, parameters: &Value) {
        self.ask("POST", "/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    /// What the browser complained of since it was last asked.
    pub(crate) fn complaints(&self) -> Value {
        self.ask("POST", "/se/log", &json!({ "type": "browser" }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // in a test that fails already nothing more is to be said
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
