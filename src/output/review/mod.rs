//! A page on which a reader checks facts against their text: one HTML file that needs nothing else.
//!
//! `page/` holds it: `page.html` with places for the rest, `page.css`, and the script in parts, in the order of [`SCRIPT`]. Documents are
//! data (`embed`): the script alone puts them on the page, and only ever as text; the policy allows no other script, and no network.

mod embed;

use crate::extractor::Document;
use std::io::{self, Write};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = concat!(
    "(() => {\n'use strict';\n",
    include_str!("page/words.js"),
    include_str!("page/facts.js"),
    include_str!("page/csv.js"),
    include_str!("page/article.js"),
    include_str!("page/table.js"),
    include_str!("page/chart.js"),
    include_str!("page/page.js"),
    "})();\n"
);

/// What the page may do. The sums are those of `STYLE` and `SCRIPT`; a test says them anew where these have changed.
const POLICY: &str = concat!(
    "default-src 'none'; base-uri 'none'; form-action 'none'; ",
    "style-src 'sha256-+F638ce785F4GjQGeomCRDskZ8IqgkHXTyyZJcBZXwg='; ",
    "script-src 'sha256-KB/Rn8aIalEarl5C3K0inEGD03gUAaIKGOctLviZgtA='"
);

/// A page on which a reader checks facts against their text, for all documents of a run: one HTML file that opens from disk and loads
/// nothing. It is [begun](ReviewPage::begin), holds any number of [documents](ReviewPage::document), and is [ended](ReviewPage::end).
///
/// A document is a piece of its own: many can be written at once, each to a buffer, and put between beginning and end. Whatever the text
/// holds, none of it runs.
///
/// ```
/// use hanfacts::{Extractor, ReviewPage};
///
/// let text = "全年实现工业总产值3646.47亿元，同比增长3.3%。";
/// let mut page = Vec::new();
/// ReviewPage::begin(&mut page)?;
/// ReviewPage::document(&mut page, "report.txt", text, &Extractor::new().extract(text))?;
/// ReviewPage::end(&mut page)?;
/// assert!(page.starts_with(b"<!DOCTYPE html>") && page.ends_with(b"</html>\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct ReviewPage;

impl ReviewPage {
    /// Writes what stands before the documents.
    ///
    /// # Errors
    /// Those of the output.
    pub fn begin(out: &mut dyn Write) -> io::Result<()> {
        let (head, _) = parts(PAGE, "{documents}");
        let (before, rest) = parts(head, "{policy}");
        let (between, after) = parts(rest, "{style}");
        [before, POLICY, between, STYLE, after].iter().try_for_each(|part| out.write_all(part.as_bytes()))
    }

    /// Writes a document under the name `doc`: its text as it was given, and what was read out of it.
    ///
    /// # Errors
    /// Those of the output.
    pub fn document(out: &mut dyn Write, doc: &str, text: &str, document: &Document) -> io::Result<()> {
        embed::write(out, &embed::Record { doc, text, document })
    }

    /// Writes what stands behind the documents.
    ///
    /// # Errors
    /// Those of the output.
    pub fn end(out: &mut dyn Write) -> io::Result<()> {
        let (_, foot) = parts(PAGE, "{documents}");
        let (before, after) = parts(foot.trim_start(), "{script}");
        [before, SCRIPT, after].iter().try_for_each(|part| out.write_all(part.as_bytes()))
    }
}

/// What stands before and behind a place of the page.
fn parts<'t>(text: &'t str, place: &str) -> (&'t str, &'t str) {
    text.split_once(place).expect("the page has all places")
}

#[cfg(test)]
mod tests {
    use super::{POLICY, SCRIPT, STYLE};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    #[test]
    fn every_note_has_words_in_both_languages() {
        for kind in ["number_too_long", "sentence_too_long", "text_too_long"] {
            assert_eq!(SCRIPT.matches(&format!("{kind}: '")).count(), 2, "{kind}");
        }
    }

    #[test]
    fn the_policy_allows_this_style_and_this_script() {
        for (name, text) in [("style", STYLE), ("script", SCRIPT)] {
            // browsers sum what they have read, line ends made one
            let sum = STANDARD.encode(Sha256::digest(text.replace("\r\n", "\n")));
            assert!(POLICY.contains(&format!("{name}-src 'sha256-{sum}'")), "the sum of the {name} is now {sum}: put it into POLICY");
        }
    }
}
