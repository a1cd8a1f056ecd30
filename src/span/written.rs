//! Text that many facts of a document share.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A piece of text in a result, read like a `&str`: what a span claims with the layout inside removed, a unit, the name of a rule.
///
/// Two words and no copy where the view has the piece as it stands: then it is a stretch of one text that the results of a document
/// share, and that lives as long as any of them. A piece with layout inside, a name (each once a document) and what was read from JSON
/// have a text of their own. [`Text::as_str`] gives the piece, `to_string` a copy that stands alone.
///
/// ```
/// let document = hanfacts::Extractor::new().extract("今年投资5.2\n亿元。");
/// let text = &document.facts()[0].quantity.text;
/// assert_eq!(text, "5.2亿元");
/// assert!(text.ends_with("亿元"));
/// ```
#[derive(Clone)]
pub struct Text {
    // a box in the arc: one word here for two
    whole: Arc<Box<str>>,
    start: u32,
    end: u32,
}

impl Text {
    /// The stretch of `whole`, whose offsets fit 32 bits.
    pub(crate) fn part(whole: &Arc<Box<str>>, range: Range<usize>) -> Self {
        debug_assert!(whole.is_char_boundary(range.start) && whole.is_char_boundary(range.end));
        Self { whole: Arc::clone(whole), start: range.start as u32, end: range.end as u32 }
    }

    /// The piece.
    pub fn as_str(&self) -> &str {
        &self.whole[self.start as usize..self.end as usize]
    }
}

/// A text of its own, up to 2 GiB.
impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let text = super::counted(text);
        let whole = Arc::new(Box::from(text));
        Self::part(&whole, 0..text.len())
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.end - self.start == other.end - other.start && self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<Text> for str {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, other: &Text) -> bool {
        *self == other.as_str()
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text {
    // as `str` does, for `Borrow`
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from(text.as_str()))
    }
}
