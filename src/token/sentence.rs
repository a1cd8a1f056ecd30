//! The tokens of a sentence: quantities and periods locked, words in between, asides left out.

use super::class::{Class, of_tag};
use super::{Segmenter, Word};
use crate::lexicon::WordTable;
use crate::span::ViewSpan;

/// A word or a locked entity, with its class.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) span: ViewSpan,
    pub(crate) class: Class,
    /// The number of the entity in the list it came from.
    pub(crate) entity: usize,
    /// Its part of speech in one letter.
    pub(crate) tag: u8,
    /// The dictionary has it.
    pub(crate) known: bool,
}

impl Token {
    /// Its part of speech as ICTCLAS names it; `None` for what is locked or has none.
    pub(crate) fn tag_name(&self) -> Option<String> {
        let name = match self.tag {
            _ if b"QROB#fT".contains(&self.class) => return None,
            b'S' => "ns",
            b'T' => "nt",
            b'R' => "nr",
            b'Z' => "nz",
            b'N' => "vn",
            b'E' => "eng",
            letter if letter.is_ascii_lowercase() => return Some(char::from(letter).to_string()),
            _ => return None,
        };
        Some(name.to_owned())
    }
}

/// Something that no word may cross: a quantity with the words that bound it, a period, a label in quotation marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lock {
    pub(crate) span: ViewSpan,
    pub(crate) class: Class,
    pub(crate) entity: usize,
}

/// A sentence as tokens, and as the string of their classes.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) tokens: Vec<Token>,
    pub(crate) classes: String,
}

impl Sentence {
    /// Cuts `text[span]`; `locks` lie in it, in order, and do not overlap.
    pub(crate) fn new(text: &str, span: ViewSpan, locks: &[Lock], words: &WordTable, segmenter: &dyn Segmenter) -> Self {
        let mut tokens = Vec::new();
        let mut at = span.start;
        for lock in locks {
            if lock.span.start < at {
                continue;
            }
            cut(text, ViewSpan::new(at, lock.span.start), words, segmenter, &mut tokens);
            if b"QROB".contains(&lock.class) {
                split_reach(text, words, &mut tokens);
            }
            // 产量比|去年: a comparison that the segmenter took for the end of a noun
            if lock.class == b'T' {
                split_comparison(text, words, &mut tokens);
            }
            tokens.push(Token { span: lock.span, class: lock.class, entity: lock.entity, tag: lock.class, known: true });
            at = lock.span.end;
        }
        cut(text, ViewSpan::new(at, span.end.max(at)), words, segmenter, &mut tokens);
        let tokens = without_asides(with_latin_joined(text, tokens));
        let classes = tokens.iter().map(|token| char::from(token.class)).collect();
        Self { tokens, classes }
    }
}

fn cut(text: &str, span: ViewSpan, words: &WordTable, segmenter: &dyn Segmenter, tokens: &mut Vec<Token>) {
    if span.start >= span.end {
        return;
    }
    for word in segmenter.tagged(text, span) {
        let written = word.span.of(text);
        if written.chars().all(char::is_whitespace) {
            // a blank that the view kept between Han characters parts headings
            let han = |c: Option<char>| c.is_some_and(crate::text::glyph::is_han);
            if han(text[..word.span.start].chars().next_back()) && han(text[word.span.end..].chars().next()) {
                tokens.push(Token { span: word.span, class: b',', entity: 0, tag: b',', known: true });
            }
            continue;
        }
        let class = words.class(written);
        let fused = if class.is_none() { words.fused_cue(written) } else { None };
        let parts = words.parts(written);
        let joint = if parts.is_none() && fused.is_none() && !word.known { words.fused_joint(written) } else { None };
        match (parts, fused, joint) {
            (Some(parts), _, _) => split(word, parts, text, words, tokens),
            (None, Some(at), _) => {
                let middle = word.span.start + at;
                tokens.push(token(text, ViewSpan::new(word.span.start, middle), "n", words));
                tokens.push(token(text, ViewSpan::new(middle, word.span.end), "v", words));
            }
            (None, None, Some(at)) => {
                // 比前|一周, 占归母|净利润: a comparison or 占 that was guessed into a word
                let middle = word.span.start + at;
                let tag = if at == written.chars().next().map_or(0, char::len_utf8) { word.tag } else { "n" };
                tokens.push(token(text, ViewSpan::new(word.span.start, middle), tag, words));
                tokens.push(token(text, ViewSpan::new(middle, word.span.end), "n", words));
            }
            (None, None, None) => {
                let mut token = Token { known: word.known, ..of_class(text, word.span, word.tag, class, words) };
                let joins = |last: &Token| last.span.end == word.span.start && b"nbmvjk".contains(&last.class);
                if matches!(token.class, b'm' | b'v' | b'b') && words.is_noun_end(written) && tokens.last().is_some_and(joins) {
                    token.class = b'n';
                }
                // 达成|率, 实现|值: a verb before the end of a statistic modifies it
                if written.chars().count() == 1
                    && words.is_statistic(written)
                    && let Some(last) =
                        tokens.last_mut().filter(|last| b"IEVA".contains(&last.class) && last.span.of(text).chars().count() > 1)
                {
                    last.class = b'j';
                }
                // 这|条 高速公路: the measure word belongs to the pronoun
                if written.chars().count() == 1
                    && matches!(token.class, b'n' | b'm')
                    && tokens.last().is_some_and(|last| last.class == b'z')
                {
                    token.class = b'z';
                }
                tokens.push(token);
            }
        }
    }
}

/// 增长面|为, 沪指|涨: a guessed word right before a quantity whose last character is a verb of its own.
fn split_reach(text: &str, words: &WordTable, tokens: &mut Vec<Token>) {
    let guessed = |token: &Token| !token.known && matches!(token.class, b'n' | b'v' | b'b' | b'w' | b'r' | b'i');
    let Some(last) = tokens.last().copied().filter(guessed) else { return };
    let written = last.span.of(text);
    let Some((at, _)) = written.char_indices().next_back().filter(|(at, _)| *at > 0 && words.class(written).is_none()) else { return };
    let Some(class) = words.class(&written[at..]).filter(|class| matches!(class, b'E' | b'A' | b'G' | b'D' | b'S')) else { return };
    tokens.pop();
    let middle = last.span.start + at;
    tokens.push(token(text, ViewSpan::new(last.span.start, middle), "n", words));
    tokens.push(Token { span: ViewSpan::new(middle, last.span.end), class, entity: 0, tag: b'v', known: true });
}

/// A noun right before a period whose last character compares.
fn split_comparison(text: &str, words: &WordTable, tokens: &mut Vec<Token>) {
    let Some(last) = tokens.last().copied().filter(|token| token.class == b'n') else { return };
    let written = last.span.of(text);
    let Some((at, _)) = written.char_indices().next_back().filter(|(at, _)| *at > 0) else { return };
    if words.class(&written[at..]) == Some(b'c') {
        tokens.pop();
        let middle = last.span.start + at;
        tokens.push(token(text, ViewSpan::new(last.span.start, middle), "n", words));
        tokens.push(token(text, ViewSpan::new(middle, last.span.end), "p", words));
    }
}

fn split(word: Word<'_>, parts: &[String], text: &str, words: &WordTable, tokens: &mut Vec<Token>) {
    let mut at = word.span.start;
    for part in parts {
        let span = ViewSpan::new(at, at + part.len());
        tokens.push(token(text, span, word.tag, words));
        at = span.end;
    }
}

fn token(text: &str, span: ViewSpan, tag: &str, words: &WordTable) -> Token {
    of_class(text, span, tag, words.class(span.of(text)), words)
}

/// A word of the class that a list gives it, else of that of its part of speech.
fn of_class(text: &str, span: ViewSpan, tag: &str, listed: Option<Class>, words: &WordTable) -> Token {
    let written = span.of(text);
    let class = listed.unwrap_or_else(|| match of_tag(written, tag) {
        // guessed verbs that end like a statistic are one: 机耕率
        b'v' | b'm' | b'w' if words.is_statistic(written) && written.chars().count() > 1 => b'n',
        // 每吨, 每公斤: a price or yield is per something
        _ if written.starts_with('每') && written.chars().count() <= 3 => b'd',
        class => class,
    });
    Token { span, class, entity: 0, tag: tag_code(tag), known: true }
}

/// R&D, iPhone 14 Pro: Latin words, numbers and the signs between them are one name.
fn with_latin_joined(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let latin =
            |span: ViewSpan| span.of(text).chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '&' | '+' | '-' | '.' | '/' | ' '));
        let joins = !b"QROB#fT".contains(&token.class) && latin(token.span);
        match out.last_mut() {
            Some(last) if joins && last.class == b'n' && latin(last.span) && token.span.start <= last.span.end + 1 => {
                last.span.end = token.span.end
            }
            _ if joins && token.span.of(text).chars().any(|c| c.is_ascii_alphabetic()) => out.push(Token { class: b'n', ..token }),
            _ => out.push(token),
        }
    }
    out
}

/// Brackets that hold no quantity and no period are asides: a phrase goes on over them.
fn without_asides(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Option<usize> = None;
    for token in tokens {
        match token.class {
            b'(' => {
                open = Some(out.len());
                out.push(token);
            }
            b')' => match open.take() {
                Some(at) if !out[at..].iter().any(|token| b"QROB#f".contains(&token.class)) => out.truncate(at),
                _ => out.push(token),
            },
            _ => out.push(token),
        }
    }
    out
}

fn tag_code(tag: &str) -> u8 {
    match tag.as_bytes() {
        [b'n', b's', ..] => b'S',
        [b'n', b't', ..] => b'T',
        [b'n', b'r', ..] => b'R',
        [b'n', b'z', ..] => b'Z',
        [b'v', b'n', ..] => b'N',
        [b'e', b'n', b'g', ..] => b'E',
        [first, ..] => *first,
        [] => b'?',
    }
}
