//! A document as data within a page: JSON whose texts hold nothing that could end or begin an element.

use crate::extractor::Document;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// A document with the text that its spans count in.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    pub(super) doc: &'a str,
    pub(super) text: &'a str,
    #[serde(flatten)]
    pub(super) document: &'a Document,
}

/// Writes a record as an element of its own, on one line and at once: an output that waits for the end of a line has it.
pub(super) fn write(out: &mut dyn Write, record: &Record<'_>) -> io::Result<()> {
    let mut line = b"<script type=\"application/json\" class=\"document\">".to_vec();
    record.serialize(&mut serde_json::Serializer::with_formatter(&mut line, Inert))?;
    line.extend_from_slice(b"</script>\n");
    out.write_all(&line)
}

/// Writes texts without `<`, `>`, `&`, and the separators that end lines of a script; numbers and keys have none.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}')) {
            out.write_all(&rest.as_bytes()[..at])?;
            write!(out, "\\u{:04x}", u32::from(c))?;
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{Record, write};
    use crate::Extractor;
    use std::io::Write;

    const HOSTILE: &str = "</script><img src=x onerror=alert(1)>&amp;\u{2028}\u{2029}\"'投资5亿元\r\n\u{0}<!--";

    #[test]
    fn a_hostile_text_is_data_and_comes_back_whole() {
        let document = Extractor::new().extract(HOSTILE);
        let mut out = Vec::new();
        write(&mut out, &Record { doc: "</script>", text: HOSTILE, document: &document }).unwrap();
        let out = String::from_utf8(out).unwrap();
        let json = out.strip_prefix("<script type=\"application/json\" class=\"document\">").unwrap().strip_suffix("</script>\n").unwrap();
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{json}");
        let read: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!((read["doc"].as_str(), read["text"].as_str()), (Some("</script>"), Some(HOSTILE)));
        assert_eq!(read["facts"][0]["quantity"]["number"], "500000000");
    }

    /// Counts what is written to it.
    struct Counted(usize);

    impl Write for Counted {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += 1;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_document_is_written_at_once() {
        let mut out = Counted(0);
        write(&mut out, &Record { doc: "a", text: HOSTILE, document: &Extractor::new().extract(HOSTILE) }).unwrap();
        assert_eq!(out.0, 1);
    }
}
