//! The review page in a browser, as its readers use it.

mod browser;

use browser::{Browser, key};
use hanfacts::{Document, Extractor, FACTS_CSV, FactRecord, ReviewPage};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const REPORT: &str = "2023年，全市实现规上工业总产值3646.47亿\r\n元，同比增长3.3%，总量居全省第二；\r\n其中新兴产业占比为41.2%。\
2022年，全市实现规上工业总产值3530亿元。固定资产投资下降2.5%，研发经费占地区生产总值的比重为454%。";
const HOSTILE: &str = "</script><script>window.ran = 1</script><img src=x onerror=\"window.ran = 2\">\u{2028}\u{2029}\
<!-- '\"`${window.ran = 3}` &lt;b&gt; 全年<b onmouseover=window.ran=4>完成投资</b>5亿元，𠮷祥镇增长3%。\r=HYPERLINK(\"x\")公司营收6亿元。";

fn read(text: &str) -> Document {
    Extractor::new().extract_on(text, "2024-02-01")
}

/// A page with documents in a folder of its own.
fn page(name: &str, texts: &[(&str, &str)]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hanfacts-review-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut page = Vec::new();
    ReviewPage::begin(&mut page).unwrap();
    for (doc, text) in texts {
        ReviewPage::document(&mut page, doc, text, &read(text)).unwrap();
    }
    ReviewPage::end(&mut page).unwrap();
    fs::write(folder.join("page.html"), page).unwrap();
    folder
}

/// Opens a page in an English browser and tries something; nothing where there is no browser.
fn browse(name: &str, texts: &[(&str, &str)], attempt: impl FnOnce(&Browser, &Path)) {
    let folder = page(name, texts);
    if let Some(browser) = Browser::start("en-US", &folder) {
        browser.open(&folder.join("page.html"));
        attempt(&browser, &folder);
        assert_eq!(browser.complaints(), json!([]), "the browser complains");
    }
    fs::remove_dir_all(folder).unwrap();
}

/// Articles of the fixtures, by their names.
fn articles(names: &[&str]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles/texts");
    names.iter().map(|name| fs::read_to_string(folder.join(name)).unwrap()).collect()
}

/// Whether an element is to be seen, without scrolling.
fn in_sight(browser: &Browser, selector: &str) -> bool {
    let place = format!("document.querySelector({}).getClientRects()[0]", json!(selector));
    let hit = format!("((r) => document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2))({place})");
    browser.eval(&format!("{hit}?.closest({}) !== null", json!(selector))) == json!(true)
}

fn focused(browser: &Browser) -> Value {
    browser.eval("[document.activeElement.dataset.row ?? null, document.activeElement.dataset.fact ?? null]")
}

const SELECTED: &str = "#rows [aria-selected=true]";
const PRESSED: &str = "#text [aria-pressed=true]";

#[test]
fn a_page_without_documents_is_whole_and_allows_only_its_own_script() {
    let folder = page("empty", &[]);
    let page = fs::read_to_string(folder.join("page.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n") && page.ends_with("</body>\n</html>\n"));
    assert!(page.contains("content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"));
    assert_eq!((page.matches("<script>").count(), page.matches("</script>").count()), (1, 1));
    for outside in ["http://", "https://", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
        assert_eq!(page.replace("http://www.w3.org/2000/svg", "").matches(outside).count(), 0, "{outside}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_hostile_document_stays_between_its_tags() {
    let folder = page("tags", &[("</script><b>", HOSTILE)]);
    let page = fs::read_to_string(folder.join("page.html")).unwrap();
    let (_, rest) = page.split_once("<script type=\"application/json\" class=\"document\">").unwrap();
    let (data, _) = rest.split_once("</script>\n").unwrap();
    assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']));
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!((data["doc"].as_str(), data["text"].as_str()), (Some("</script><b>"), Some(HOSTILE)));
    assert_eq!(data["facts"], serde_json::to_value(read(HOSTILE)).unwrap()["facts"]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn clicks_lead_from_a_row_to_the_article_and_back() {
    let texts = articles(&["company-results.txt"]);
    browse("clicks", &[("company-results.txt", &texts[0])], |browser, _| {
        let facts = read(&texts[0]).facts().to_vec();
        assert_eq!(browser.count("#rows [data-row]"), facts.len() as u64);
        let last = facts.len() - 1;
        browser.click(&format!("[data-row='{last}']"));
        assert_eq!(browser.text(PRESSED), *facts[last].quantity.text);
        assert!(in_sight(browser, PRESSED) && in_sight(browser, SELECTED));
        let roles =
            browser.eval("[...document.querySelectorAll('#text [data-role]')].map((slot) => slot.dataset.role).join(' · ').split(' · ')");
        assert_eq!(roles.as_array().unwrap().len(), facts[last].parts().len(), "{roles}");
        browser.click("#text [data-fact='1']");
        assert_eq!(browser.eval(&format!("document.querySelector('{SELECTED}').dataset.row")), "1");
        assert!(in_sight(browser, SELECTED));
        // a slot leads to its fact as well, and from the fact in full back to the slot
        let words = facts[1].indicator.as_ref().unwrap().text.to_string();
        assert_eq!(browser.eval("[...document.querySelectorAll('#detail dd button')].map((slot) => slot.textContent)")[1], words);
        browser.click("#detail dl div:nth-child(2) button");
        assert_eq!(browser.eval("document.activeElement.dataset.role"), "Indicator");
        browser.click("#close");
        assert_eq!((browser.count(SELECTED), browser.count(PRESSED)), (0, 0));
        browser.click("#text .slot");
        assert_eq!(browser.count(SELECTED), 1);
    });
}

#[test]
fn keys_go_through_facts_and_slots() {
    browse("keys", &[("report.txt", REPORT)], |browser, _| {
        browser.press(&["j"]);
        assert_eq!(focused(browser), json!([null, "0"]));
        browser.press(&["j", key::DOWN, "k"]);
        assert_eq!(focused(browser), json!([null, "1"]));
        browser.press(&[key::ENTER]);
        assert_eq!(focused(browser), json!(["1", null]));
        browser.press(&[key::DOWN, key::DOWN, key::UP]);
        assert_eq!(focused(browser), json!(["2", null]));
        browser.press(&[key::ENTER]);
        assert_eq!(focused(browser), json!([null, "2"]));
        // through all slots and round, in either direction
        browser.press(&[key::RIGHT]);
        let next = browser.eval("document.activeElement.textContent");
        assert_ne!(next, browser.text(PRESSED));
        browser.press(&[key::LEFT]);
        assert_eq!(focused(browser), json!([null, "2"]));
        browser.press(&[key::LEFT]);
        assert_ne!(focused(browser), json!([null, "2"]));
        assert!(browser.text("#said").contains(": "), "the slot is told");
        browser.press(&[key::ESCAPE]);
        assert_eq!(browser.count(SELECTED), 0);
        browser.press(&["/", "j"]);
        assert_eq!(browser.eval("[document.activeElement.id, document.activeElement.value]"), json!(["query", "j"]));
    });
}

#[test]
fn filters_and_search_keep_what_they_say() {
    browse("filters", &[("report.txt", REPORT)], |browser, _| {
        let document = read(REPORT);
        let all = document.facts().len() as u64;
        let rows = || browser.count("#rows [data-row]");
        let kinds = |kind: &str| document.facts().iter().filter(|fact| serde_json::to_value(fact.kind).unwrap() == kind).count() as u64;
        browser.click("[data-kind=level]");
        assert_eq!(rows(), all - kinds("level"));
        assert_eq!(browser.text("#count"), format!("{} of {all} facts", all - kinds("level")));
        assert!(browser.count("#text .dim") > 0);
        browser.click("[data-kind=level]");
        browser.pick("#indicator", "固定资产投资");
        assert_eq!((rows(), browser.text("#rows [data-row] .of-indicator")), (1, "固定资产投资".to_owned()));
        browser.click("button[type=reset]");
        assert_eq!(rows(), all);
        browser.pick("#period", "2022-01-01");
        assert!(rows() > 0 && rows() < all && browser.text("#rows tbody").contains("2022年"));
        browser.click("button[type=reset]");
        browser.click("#doubtful");
        assert_eq!((rows(), browser.text("#rows [data-row] .doubt")), (1, "⚠ more than the whole that it is a part of".to_owned()));
        browser.click("button[type=reset]");
        browser.fill("#query", "3646.47");
        assert!(rows() >= 1 && rows() < all);
        browser.fill("#query", " no such fact");
        assert_eq!((rows(), browser.text("#empty")), (0, "No facts match the filters.".to_owned()));
    });
}

#[test]
fn the_language_is_that_of_the_browser_until_it_is_switched() {
    let folder = page("language", &[("report.txt", REPORT)]);
    for (language, heading, other) in [("en-US", "Indicator", "指标"), ("zh-CN", "指标", "Indicator"), ("de-DE", "Indicator", "指标")]
    {
        let Some(browser) = Browser::start(language, &folder) else { break };
        browser.open(&folder.join("page.html"));
        assert_eq!(browser.text("th.of-indicator"), heading);
        browser.click("[data-row='1']");
        browser.click("#language");
        assert_eq!(browser.text("th.of-indicator"), other);
        assert_eq!(browser.eval("document.documentElement.lang"), if other == "指标" { "zh" } else { "en" });
        assert_eq!(browser.count(SELECTED), 1, "what is chosen stays");
        // no word is left in the other language
        if other == "Indicator" {
            let shown = browser.eval("[...document.querySelectorAll('button, th, dt, #count, .keys')].map((e) => e.textContent).join('')");
            let left: Vec<char> = shown.as_str().unwrap().replace("中文", "").chars().filter(|c| ('一'..='鿿').contains(c)).collect();
            let slots: String = REPORT.to_owned();
            assert!(left.iter().all(|c| slots.contains(*c)), "{left:?}");
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_csv_has_what_is_shown_and_no_formula() {
    let texts = [("=cmd|' /C calc'!A0", HOSTILE), ("report.txt", REPORT)];
    browse("csv", &texts, |browser, folder| {
        let csv = download(browser, folder);
        let of = |(doc, text): &(&str, &str)| -> Vec<String> { read(text).facts().iter().map(|fact| FACTS_CSV.row(doc, fact)).collect() };
        let rows: String = texts.iter().flat_map(of).collect();
        assert_eq!(csv, format!("\u{feff}{}{rows}", FACTS_CSV.header()));
        assert!(rows.starts_with("'=cmd|' /C calc'!A0,0,"));
        fs::remove_file(folder.join("facts.csv")).unwrap();
        browser.click("[data-document='1']");
        browser.click("[data-kind=level]");
        let levels = read(REPORT).facts().iter().filter(|fact| fact.kind == hanfacts::Kind::Level).count();
        let csv = download(browser, folder);
        assert_eq!(csv.matches("\r\n").count(), 1 + read(REPORT).facts().len() - levels);
    });
}

/// What the button writes.
fn download(browser: &Browser, folder: &Path) -> String {
    browser.click("#csv");
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        match fs::read_to_string(folder.join("facts.csv")) {
            Ok(text) if !text.is_empty() => return text,
            _ => assert!(Instant::now() < until, "no file"),
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_hostile_article_is_shown_and_runs_nothing() {
    browse("hostile", &[("<img src=x onerror='window.ran=5'>", HOSTILE)], |browser, _| {
        for row in 0..read(HOSTILE).facts().len() {
            browser.click(&format!("[data-row='{row}']"));
        }
        browser.click("#language");
        browser.click("#overview-button");
        browser.fill("#query", "<b");
        browser.pick("#document", "<img");
        assert_eq!(browser.eval("window.ran ?? null"), Value::Null);
        assert_eq!(browser.count("img, #text b, iframe"), 0);
        // the browser shows a lone carriage return as nothing
        assert_eq!(browser.text("#text"), HOSTILE.replace('\r', "\n"));
        let shown = browser.eval("[...document.querySelectorAll('#text [data-fact]')].map((mark) => mark.textContent)");
        let texts: Vec<String> = read(HOSTILE).facts().iter().map(|fact| fact.quantity.text.to_string()).collect();
        assert_eq!(shown, json!(texts));
    });
}

#[test]
fn the_policy_stops_every_other_script_and_all_loading() {
    let folder = page("policy", &[("report.txt", REPORT)]);
    if let Some(browser) = Browser::start("en-US", &folder) {
        browser.open(&folder.join("page.html"));
        assert_eq!(browser.eval("performance.getEntriesByType('resource').length"), 0);
        let attempt = "((s) => { s.textContent = 'window.ran = 1'; document.body.append(s); return window.ran ?? null; })";
        assert_eq!(browser.eval(&format!("{attempt}(document.createElement('script'))")), Value::Null);
        browser.eval("((b) => { b.setAttribute('onclick', 'window.ran = 2'); b.id = 'bad'; document.body.append(b); b.click(); })(document.createElement('b'))");
        assert_eq!(browser.eval("window.ran ?? null"), Value::Null);
        assert!(browser.complaints().to_string().contains("Content Security Policy"));
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_phone_never_scrolls_sideways() {
    let texts = articles(&["company-results.txt", "gov-1990s.txt"]);
    browse(
        "phone",
        &[("company-results.txt", &texts[0]), ("a-very-long-name-of-a-file-without-any-space-in-it-at-all.txt", &texts[1])],
        |browser, folder| {
            for width in [320, 390] {
                browser.phone(width);
                browser.open(&folder.join("page.html"));
                let fits = |place: &str| {
                    let widths = browser.eval("[document.documentElement.scrollWidth, innerWidth]");
                    assert_eq!(widths, json!([width, width]), "{place}");
                };
                fits("overview");
                browser.click("[data-document='1']");
                fits("document");
                browser.click("[data-row='3']");
                fits("fact");
                assert!(in_sight(browser, PRESSED), "the row leads to the article");
                browser.click("#to-row");
                assert!(in_sight(browser, SELECTED), "and back");
                browser.click("#language");
                fits("Chinese");
                browser.click("#language");
            }
        },
    );
}

#[test]
fn light_and_dark_follow_the_system_until_switched_and_can_be_read() {
    browse("dark", &[("report.txt", REPORT)], |browser, _| {
        let ground = || browser.eval("getComputedStyle(document.body).backgroundColor");
        let (light, dark) = (json!("rgb(255, 255, 255)"), json!("rgb(21, 24, 28)"));
        browser.click("[data-row='1']");
        for (scheme, colour) in [("light", &light), ("dark", &dark)] {
            browser.scheme(scheme);
            assert_eq!(&ground(), colour);
            assert_eq!(browser.eval(FAINT), json!([]), "too faint in {scheme}");
        }
        browser.click("#theme");
        assert_eq!((ground(), browser.text("#theme")), (light.clone(), "Theme: light".to_owned()));
        browser.click("#theme");
        browser.scheme("light");
        assert_eq!((ground(), browser.text("#theme")), (dark, "Theme: dark".to_owned()));
        browser.click("#theme");
        assert_eq!(ground(), light);
    });
}

/// Texts with less contrast to their ground than WCAG's 4.5 : 1.
const FAINT: &str = "(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const shine = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = numbers(getComputedStyle(e).backgroundColor); if (c[3] !== 0) return c; } };
  const told = [...document.body.querySelectorAll('*')].filter((e) => !e.matches('script, :disabled, option') && e.checkVisibility()
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
  return told.map((e) => [e.tagName + '.' + e.className, shine(numbers(getComputedStyle(e).color)), shine(ground(e))])
    .filter(([, a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5).map(([name]) => name);
})()";

#[test]
fn the_overview_counts_documents_and_leads_to_them() {
    let names = ["county-news.txt", "gov-1990s.txt", "tech.txt"];
    let texts = articles(&names);
    let mut documents: Vec<(&str, &str)> = names.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    documents.push(("nothing.txt", "今天天气很好。"));
    browse("overview", &documents, |browser, folder| {
        let totals = browser.eval("[...document.querySelectorAll('#documents tbody tr')].map((row) => row.lastElementChild.textContent)");
        let counts: Vec<String> =
            documents.iter().map(|(_, text)| read(text).facts().len()).map(|n| if n == 0 { "·".into() } else { n.to_string() }).collect();
        assert_eq!(totals, json!(counts));
        browser.click("[data-document='1']");
        assert_eq!((browser.text("#name"), browser.text("#text")), (names[1].to_owned(), texts[1].clone()));
        browser.click("#next");
        assert_eq!(browser.text("#name"), names[2]);
        browser.click("#next");
        assert_eq!(browser.text("#empty"), "No facts were found in this document.");
        browser.eval("history.back()");
        let until = Instant::now() + Duration::from_secs(5);
        while browser.text("#name") != names[2] {
            assert!(Instant::now() < until, "back leads to the document before");
        }
        browser.click("#overview-button");
        browser.fill("#query", "公里");
        let left = browser.count("#documents tbody tr");
        let having = documents.iter().filter(|(_, text)| {
            let read = read(text);
            read.facts().is_empty() || read.facts().iter().any(|fact| serde_json::to_string(fact).unwrap().contains("公里"))
        });
        assert_eq!(left as usize, having.count());
        // an address leads to a document
        browser.eval("location.replace('about:blank')");
        browser.open(&PathBuf::from(format!("{}#document-2", folder.join("page.html").display())));
        assert_eq!(browser.text("#name"), names[2]);
    });
}

#[test]
fn a_fact_is_copied_as_its_line_of_json() {
    browse("copy", &[("report.txt", REPORT)], |browser, _| {
        browser.click("[data-row='1']");
        browser.click("#copy");
        let until = Instant::now() + Duration::from_secs(5);
        while browser.text("#said") != "Fact 1 copied as JSON" {
            assert!(Instant::now() < until, "{}", browser.text("#said"));
        }
        browser.click("#query");
        browser.chord(key::CONTROL, "v");
        let pasted: Value = serde_json::from_str(browser.eval("document.querySelector('#query').value").as_str().unwrap()).unwrap();
        assert_eq!(pasted, serde_json::to_value(FactRecord { doc: "report.txt", fact: &read(REPORT).facts()[1] }).unwrap());
    });
}

#[test]
fn charts_stand_where_there_are_two_points() {
    browse("charts", &[("report.txt", REPORT), ("short.txt", "全市投资增长3%。")], |browser, _| {
        assert_eq!(browser.count("#overview-charts svg"), 0, "documents are not compared unasked");
        browser.click("[data-document='0']");
        assert_eq!((browser.count("#charts svg"), browser.count("#charts rect"), browser.count("#charts circle")), (2, 2, 2));
        let (role, name) = browser.spoken("#charts svg");
        assert!(role.starts_with("im") && name.contains("规上工业总产值 3.3%") && name.contains("固定资产投资 -2.5%"), "{role}: {name}");
        browser.click("#next");
        assert_eq!(browser.count("#charts svg"), 0);
    });
}

#[test]
fn a_screen_reader_is_told_what_everything_is() {
    browse("spoken", &[("report.txt", REPORT)], |browser, _| {
        browser.click("[data-row='1']");
        for (selector, role, name) in [
            ("#rows", "grid", "Facts"),
            ("#rows [data-row='1']", "row", ""),
            ("#rows [data-row='1'] .of-unit", "gridcell", "%"),
            ("#rows th.of-unit", "columnheader", "Unit"),
            ("#text [data-fact='1']", "button", ""),
            ("#filters", "search", "Filters"),
            ("#indicator", "combobox", "Indicator"),
            ("#query", "searchbox", "Search facts"),
            ("#article", "region", "Article"),
            ("#detail", "complementary", "Selected fact"),
            ("#language", "button", "切换到中文"),
            ("#doubtful", "checkbox", "Doubtful only"),
            ("#said", "status", ""),
        ] {
            let (found, called) = browser.spoken(selector);
            assert_eq!(found, role, "{selector}");
            assert!(name.is_empty() || called == name, "{selector}: {called}");
        }
        let nameless = "[...document.querySelectorAll('button, select, input')].filter((e) => !e.textContent.trim() && !e.ariaLabel && !e.labels?.length)";
        assert_eq!(browser.eval(&format!("{nameless}.length")), 0);
        // one stop of the tab key in the table and one in the article
        assert_eq!((browser.count("#rows [tabindex='0']"), browser.count("#text [tabindex='0']")), (1, 1));
    });
}
