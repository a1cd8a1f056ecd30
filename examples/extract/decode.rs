//! Bytes become text: which encoding they are in, and where each character stands among them.

use super::offsets::Map;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, GBK, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};
use std::ops::Range;

/// Bytes beyond ASCII from which on a guess of another language's encoding is to be trusted.
const TELLING: usize = 64;

/// What speaks for an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ground {
    /// Somebody said so.
    Forced,
    /// The byte order mark at the head.
    Mark,
    /// The page says so of itself.
    Declared,
    /// The bytes are valid UTF-8.
    Valid,
    /// How often which bytes follow one another.
    Guess,
}

/// A text and where it came from.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// A byte order mark is kept: it has no width, and offsets count it.
    pub(crate) text: String,
    pub(crate) encoding: &'static Encoding,
    pub(crate) ground: Ground,
    /// The way back to the bytes, where they are not the text's own.
    pub(crate) map: Option<Map>,
    /// The sequences that mean no character, each U+FFFD in the text.
    pub(crate) malformed: Malformed,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub(crate) count: usize,
    /// Byte where the first one begins.
    pub(crate) first: usize,
}

/// The encoding of a name, as the option takes it.
pub(crate) fn named(label: &str) -> Result<&'static Encoding, String> {
    let encoding = Encoding::for_label(label.as_bytes())
        .ok_or("no encoding of this name; known are the labels of the WHATWG, such as utf-8, gb18030, gbk, big5, utf-16le, utf-16be")?;
    if encoding == REPLACEMENT || encoding == ISO_2022_JP {
        return Err("an encoding with shifts, which is not read: convert the file to UTF-8 first".to_owned());
    }
    Ok(encoding)
}

/// Reads bytes as text, or says why they are none.
pub(crate) fn decode(
    bytes: Vec<u8>,
    forced: Option<&'static Encoding>,
    declared: impl FnOnce(&[u8]) -> Option<&'static Encoding>,
) -> Result<Decoded, String> {
    let (encoding, ground) = choose(&bytes, forced, declared);
    let decoded = if encoding == UTF_8 { utf8(bytes, ground) } else { stepwise(&bytes, encoding, ground) };
    textual(&decoded)?;
    Ok(decoded)
}

fn choose(
    bytes: &[u8],
    forced: Option<&'static Encoding>,
    declared: impl FnOnce(&[u8]) -> Option<&'static Encoding>,
) -> (&'static Encoding, Ground) {
    let mark = mark(bytes);
    match (forced, mark) {
        // `utf-16` leaves the order of the bytes to the mark
        (Some(forced), Some(mark)) if is_utf16(forced) && is_utf16(mark) => (mark, Ground::Forced),
        (Some(forced), _) => (forced, Ground::Forced),
        (None, Some(mark)) => (mark, Ground::Mark),
        (None, None) if std::str::from_utf8(bytes).is_ok() => (UTF_8, Ground::Valid),
        (None, None) => declared(bytes).map_or_else(|| (guess(bytes), Ground::Guess), |declared| (declared, Ground::Declared)),
    }
}

fn is_utf16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

fn mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\x84\x31\x95\x33") {
        return Some(GB18030);
    }
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// The encoding of bytes that are not valid UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    // one broken character makes no text GB18030, and UTF-8 is not met by chance
    let (mut wide, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| c.len_utf8() > 2).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if wide > broken {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let wide = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut encoding = detector.guess(None, Utf8Detection::Deny);
    // a clause or two may look Japanese or Central European; here it is Chinese if it can be
    if encoding != GBK && encoding != BIG5 && wide < TELLING {
        encoding = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    }
    if encoding == GBK { GB18030 } else { encoding }
}

fn utf8(bytes: Vec<u8>, ground: Ground) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, encoding: UTF_8, ground, map: None, malformed: Malformed::default() },
        Err(error) => stepwise(error.as_bytes(), UTF_8, ground),
    }
}

fn stepwise(bytes: &[u8], encoding: &'static Encoding, ground: Ground) -> Decoded {
    let mut writer = Writer::default();
    let mut at = 0;
    while at < bytes.len() {
        if encoding.is_ascii_compatible() {
            let ascii = Encoding::ascii_valid_up_to(&bytes[at..]);
            writer.text.extend(bytes[at..at + ascii].iter().map(|byte| char::from(*byte)));
            writer.map.copy(at..at + ascii);
            at += ascii;
        }
        at += writer.character(bytes, at, encoding);
    }
    writer.end(encoding, ground)
}

#[derive(Default)]
struct Writer {
    text: String,
    map: Map,
    malformed: Malformed,
}

impl Writer {
    /// Reads one character, or what is none; how many bytes it takes. A decoder of its own for each, since no encoding
    /// here keeps a state from one character to the next, so that what one sequence spoils shifts nothing behind it.
    fn character(&mut self, bytes: &[u8], at: usize, encoding: &'static Encoding) -> usize {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut out = [0; 16];
        for end in at + 1..=bytes.len() {
            let (result, _, written) = decoder.decode_to_utf8_without_replacement(&bytes[end - 1..end], &mut out, end == bytes.len());
            if let DecoderResult::Malformed(length, _) = result {
                self.malformed(at..at + usize::from(length));
                return usize::from(length);
            }
            if written > 0 {
                self.text.push_str(std::str::from_utf8(&out[..written]).expect("a decoder writes UTF-8"));
                self.map.push(written, at..end);
                return end - at;
            }
        }
        bytes.len() - at
    }

    fn malformed(&mut self, source: Range<usize>) {
        if self.malformed.count == 0 {
            self.malformed.first = source.start;
        }
        self.malformed.count += 1;
        self.text.push(char::REPLACEMENT_CHARACTER);
        self.map.push(char::REPLACEMENT_CHARACTER.len_utf8(), source);
    }

    fn end(self, encoding: &'static Encoding, ground: Ground) -> Decoded {
        Decoded { text: self.text, encoding, ground, map: Some(self.map), malformed: self.malformed }
    }
}

/// Pictures, programs and archives are no text, whatever their bytes may spell.
fn textual(decoded: &Decoded) -> Result<(), String> {
    let Decoded { text, encoding, map, malformed, .. } = decoded;
    let place = |at: usize| map.as_ref().map_or(at, |map| map.source(at..at + 1).start);
    if let Some(at) = text.find('\0') {
        // the one half of ASCII in UTF-16, or neither
        let parity = |odd: usize| text.match_indices('\0').all(|(at, _)| place(at) % 2 == odd);
        let advice = if parity(0) || parity(1) { "; UTF-16 without a byte order mark needs --encoding utf-16le or utf-16be" } else { "" };
        return Err(format!("not text: a NUL at byte {}{advice}", place(at)));
    }
    let all = text.chars().count();
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    if controls * 50 > all {
        return Err(format!("not text: {controls} of {all} characters are control characters"));
    }
    if malformed.count * 3 > all {
        let (name, Malformed { count, first }) = (encoding.name(), malformed);
        return Err(format!("not {name}: {count} of {all} characters are malformed, the first at byte {first}; --encoding names another"));
    }
    Ok(())
}
