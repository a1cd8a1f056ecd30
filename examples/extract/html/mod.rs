//! The text of an HTML page as a reader sees it, and where in the page each character stands.
//!
//! A tokenizer alone, without a tree: its spans lead back to the page, and no nesting, however deep, costs more than its length.

use super::offsets::Map;
use elements::{Elements, Kind};
use encoding_rs::{Encoding, UTF_8};
use flow::Flow;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::ops::Range;

mod elements;
mod flow;

/// Bytes of the head of a page in which it may name its encoding.
const HEAD: usize = 4096;

/// The text that a page shows, and the way back to the page.
pub(crate) fn read(page: &str) -> (String, Map) {
    let mut reader = Reader { page, elements: Elements::default(), flow: Flow::default() };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(string) => reader.text(string.span.start..string.span.end),
            _ => {}
        }
    }
    reader.flow.end()
}

/// The encoding that a page names in its head; UTF-16 cannot be, where this could be read.
pub(crate) fn declared(page: &[u8]) -> Option<&'static Encoding> {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let named = Tokenizer::new_with_emitter(&page[..page.len().min(HEAD)], emitter).flatten().find_map(|token| match token {
        Token::StartTag(tag) if *tag.name == b"meta" => charset(&tag),
        _ => None,
    })?;
    // pages that call themselves UTF-8 and are not are guessed at
    (named != UTF_8 && named.is_ascii_compatible()).then_some(named)
}

fn charset(meta: &StartTag<()>) -> Option<&'static Encoding> {
    let attribute = |name: &[u8]| meta.attributes.get(name).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    let label = attribute(b"charset").or_else(|| {
        let content = attribute(b"content")?;
        let label = content.split_once("charset")?.1.trim_start().strip_prefix('=')?;
        let label = label.trim_start().trim_start_matches(['"', '\'']);
        Some(label.split(['"', '\'', ';', ' ']).next().unwrap_or_default().to_owned())
    })?;
    Encoding::for_label(label.as_bytes())
}

struct Reader<'p> {
    page: &'p str,
    elements: Elements,
    flow: Flow,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let hidden = tag.attributes.contains_key(&b"hidden"[..]) || tag.attributes.get(&b"style"[..]).is_some_and(|style| is_none(style));
        if self.elements.imply(&tag.name) && self.elements.shown() {
            self.flow.block();
        }
        let shown = self.elements.open(&tag.name, hidden, tag.self_closing);
        if shown {
            self.part(&tag.name, true);
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.elements.shown() {
            self.part(name, false);
        }
        self.elements.close(name);
    }

    /// What the edge of an element does to the lines.
    fn part(&mut self, name: &[u8], opens: bool) {
        match Kind::of(name) {
            Kind::Line => self.flow.line(),
            Kind::Row => self.flow.row(),
            Kind::Cell if opens => self.flow.cell(),
            Kind::Block => self.flow.block(),
            Kind::Cell | Kind::Inline => {}
        }
    }

    fn text(&mut self, span: Range<usize>) {
        if !self.elements.shown() {
            return;
        }
        let preformatted = self.elements.preformatted();
        let mut at = span.start;
        while at < span.end {
            let rest = &self.page[at..span.end];
            let reference = rest.starts_with('&').then(|| reference(rest)).flatten();
            let (text, length) = match &reference {
                Some((text, length)) => (text.as_str(), *length),
                None => {
                    let length = rest.chars().next().map_or(1, char::len_utf8);
                    (&rest[..length], length)
                }
            };
            self.flow.write(text, at..at + length, preformatted);
            at += length;
        }
    }
}

/// The text of a character reference at the head of `rest`, and its length there.
fn reference(rest: &str) -> Option<(String, usize)> {
    const LONGEST: usize = 40;
    let name = rest.bytes().skip(1).take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let written = &rest[..1 + name + usize::from(rest[1 + name..].starts_with(';'))];
    if name == 0 {
        return None;
    }
    let strings = Tokenizer::new(written).flatten().filter_map(|token| if let Token::String(string) = token { Some(string) } else { None });
    let mut text = String::from_utf8(strings.flat_map(|string| string.value.0).collect()).ok()?;
    if text == written {
        return None;
    }
    // a name without its semicolon ends where it stops being one: &nbsp3646
    let mut length = written.len();
    while text.chars().nth(1).is_some() && text.chars().next_back() == written[..length].chars().next_back() {
        text.pop();
        length -= 1;
    }
    Some((text, length))
}

/// Whether a style hides its element.
fn is_none(style: &[u8]) -> bool {
    let style = String::from_utf8_lossy(style).to_ascii_lowercase();
    let mut declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.any(|(property, value)| property.trim() == "display" && value.trim().trim_end_matches("!important").trim_end() == "none")
}
