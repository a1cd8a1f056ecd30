//! Annotations as the W3C has them.

use super::marked::Marked;
use super::part::{Part, Role, value};
use crate::fact::{Fact, word};
use serde::Serialize;
use std::fmt::Write as _;

/// Code points before and behind a quoted text, by which it is found again where the text has changed.
const AROUND: usize = 16;

/// An annotation of the [W3C Web Annotation Data Model](https://www.w3.org/TR/annotation-model/), a JSON-LD document of its own.
///
/// There is one for each fact and one for each slot that the fact's own sentence or an earlier one fills. That of a fact is `DOC#fact-ID`, targets the quantity and is tagged with
/// the kind; that of a slot is `DOC#fact-ID-SLOT`, targets the words of the slot, is tagged with its name and links to that of the fact. The targets
/// are found by a [TextPositionSelector](https://www.w3.org/TR/annotation-model/#text-position-selector), whose positions count code points from 0, half-open, and
/// by a [TextQuoteSelector](https://www.w3.org/TR/annotation-model/#text-quote-selector), which quotes the text as it stands, line breaks included.
///
/// ```
/// use hanfacts::{Extractor, Marked};
///
/// let source = "𠮷县投资5亿元。";
/// let document = Extractor::new().extract(source);
/// let annotations = Marked::new("a.txt", source, &document).annotations();
/// let fact = serde_json::to_value(&annotations[0]).unwrap();
/// assert_eq!(fact["id"], "a.txt#fact-0");
/// assert_eq!((&fact["target"]["selector"][0]["start"], &fact["target"]["selector"][0]["end"]), (&4.into(), &7.into()));
/// assert_eq!(fact["target"]["selector"][1]["prefix"], "𠮷县投资");
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Annotation {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    class: &'static str,
    motivation: &'static str,
    generator: Generator,
    body: Vec<Body>,
    target: Target,
}

#[derive(Debug, Clone, Serialize)]
struct Generator {
    id: &'static str,
    #[serde(rename = "type")]
    class: &'static str,
    name: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Body {
    Textual {
        #[serde(rename = "type")]
        class: &'static str,
        purpose: &'static str,
        format: &'static str,
        value: String,
    },
    /// Another annotation.
    Resource {
        #[serde(rename = "type")]
        class: &'static str,
        purpose: &'static str,
        source: String,
    },
}

#[derive(Debug, Clone, Serialize)]
struct Target {
    source: String,
    selector: [Selector; 2],
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextPositionSelector { start: usize, end: usize },
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
}

impl Marked<'_> {
    /// The annotations of the document: for each fact its own and those of its slots.
    pub fn annotations(&self) -> Vec<Annotation> {
        let doc = iri(self.doc);
        self.facts
            .iter()
            .flat_map(|fact| fact.parts().into_iter().map(|part| self.annotation(&doc, fact, part)).collect::<Vec<_>>())
            .collect()
    }

    fn annotation(&self, doc: &str, fact: &Fact, part: Part) -> Annotation {
        let own = format!("{doc}#fact-{}", fact.id);
        let text = |purpose, value| Body::Textual { class: "TextualBody", purpose, format: "text/plain", value };
        let (id, motivation, body) = if part.role == Role::Quantity {
            (own, "describing", vec![text("tagging", word(&fact.kind)), text("describing", value(&fact.quantity))])
        } else {
            let name = part.role.name();
            let link = Body::Resource { class: "SpecificResource", purpose: "linking", source: own.clone() };
            (format!("{own}-{name}"), "linking", vec![text("tagging", name.to_owned()), link])
        };
        let generator = Generator {
            id: concat!("https://crates.io/crates/hanfacts/", env!("CARGO_PKG_VERSION")),
            class: "Software",
            name: concat!("hanfacts ", env!("CARGO_PKG_VERSION")),
        };
        let target = Target { source: doc.to_owned(), selector: self.selectors(part) };
        Annotation { context: "http://www.w3.org/ns/anno.jsonld", id, class: "Annotation", motivation, generator, body, target }
    }

    fn selectors(&self, part: Part) -> [Selector; 2] {
        let (bytes, scalars) = (part.span.bytes(), part.span.scalars());
        let (before, behind) = (&self.source[..bytes.start], &self.source[bytes.end..]);
        let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        [
            Selector::TextPositionSelector { start: scalars.start, end: scalars.end },
            Selector::TextQuoteSelector {
                exact: self.source[bytes].to_owned(),
                prefix: before[start..].to_owned(),
                suffix: behind[..end].to_owned(),
            },
        ]
    }
}

/// A name as a relative reference of one segment (RFC 3987): what is not unreserved there is percent-encoded.
fn iri(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || c.is_alphanumeric() {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    // an empty reference would be the annotations themselves, and one of dots a folder
    if out.trim_matches('.').is_empty() { format!("document{out}") } else { out }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_becomes_a_reference_of_one_segment() {
        for (name, reference) in
            [("公报 1.txt", "公报%201.txt"), ("a/b:c#d", "a%2Fb%3Ac%23d"), ("", "document"), ("..", "document.."), ("-", "-")]
        {
            assert_eq!(super::iri(name), reference);
        }
    }
}
