//! The alphabet of classes: one ASCII character each, so that a clause is a string that regular expressions read.

/// A class of tokens.
pub(crate) struct Class {
    pub(crate) letter: u8,
    /// The list of `[words]` that gives it, if one does.
    pub(crate) list: Option<&'static str>,
    pub(crate) meaning: &'static str,
}

const fn given(letter: u8, meaning: &'static str) -> Class {
    Class { letter, list: None, meaning }
}

const fn listed(letter: u8, list: &'static str, meaning: &'static str) -> Class {
    Class { letter, list: Some(list), meaning }
}

/// All classes; [the guide](crate::guide) has the table for users.
pub(crate) const CLASSES: [Class; 61] = [
    given(b'Q', "quantity"),
    given(b'R', "quantity in % or the like"),
    given(b'O', "quantity in points"),
    given(b'B', "quantity in times"),
    given(b'#', "place in an order"),
    given(b'f', "change without numeral"),
    given(b'T', "period"),
    listed(b'r', "region", "region or body"),
    listed(b'n', "nouns", "noun"),
    listed(b'b', "attribute", "attribute"),
    given(b'v', "other verb"),
    listed(b'V', "govern", "verb that carries a quantity"),
    listed(b'E', "reach", "verb that states a level"),
    listed(b'A', "arrive", "verb that arrives at a level"),
    listed(b'G', "up", "verb of growth"),
    listed(b'D', "down", "verb of decline"),
    listed(b'g', "up_noun", "noun of growth"),
    listed(b'k', "down_noun", "noun of decline"),
    listed(b'X', "above", "above"),
    listed(b'Z', "below", "below"),
    listed(b'c', "compare", "compared with"),
    listed(b'Y', "yoy", "year on year"),
    listed(b'H', "sequential", "on the period before"),
    listed(b'M', "average", "on average"),
    listed(b'S', "share", "verb of a share"),
    listed(b's', "share_noun", "noun of a share"),
    listed(b'K', "rank", "verb of a rank"),
    listed(b'L', "each", "each of a list"),
    listed(b'C', "breakdown", "of which"),
    listed(b'o', "target", "target"),
    listed(b'p', "forecast", "forecast"),
    listed(b'd', "adverb", "adverb"),
    listed(b'i', "preposition", "preposition"),
    listed(b'&', "conjunction", "and"),
    given(b'/', "mark between members of a list"),
    given(b'e', "particle of an attribute"),
    given(b'u', "other particle"),
    given(b',', "comma"),
    given(b':', "colon"),
    given(b'(', "opening bracket"),
    given(b')', "closing bracket"),
    given(b'w', "other punctuation"),
    listed(b'j', "dual", "verb that as often is a noun"),
    listed(b'x', "proportion", "rate or share"),
    listed(b'I', "plain", "verb that only says that it is so"),
    listed(b'a', "more", "more"),
    listed(b'y', "less", "less"),
    listed(b'h', "locative", "closes a phrase of place or time"),
    given(b'z', "pronoun"),
    listed(b'P', "report", "verb of a report"),
    given(b'm', "other numeral"),
    // those that packs give words of their own
    listed(b'0', "0", "own class 0"),
    listed(b'1', "1", "own class 1"),
    listed(b'2', "2", "own class 2"),
    listed(b'3', "3", "own class 3"),
    listed(b'4', "4", "own class 4"),
    listed(b'5', "5", "own class 5"),
    listed(b'6', "6", "own class 6"),
    listed(b'7', "7", "own class 7"),
    listed(b'8', "8", "own class 8"),
    listed(b'9', "9", "own class 9"),
];

/// What a class means, in a few words.
pub(crate) fn meaning(letter: u8) -> &'static str {
    CLASSES.iter().find(|class| class.letter == letter).map_or("other", |class| class.meaning)
}

/// A set of classes: a bit for each ASCII character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ClassSet(u128);

impl ClassSet {
    /// Every class.
    pub(crate) const ALL: Self = Self(u128::MAX);

    /// The set of these letters.
    pub(crate) const fn of(letters: &[u8]) -> Self {
        let (mut set, mut at) = (Self(0), 0);
        while at < letters.len() {
            set = set.with(letters[at]);
            at += 1;
        }
        set
    }

    /// The set and one class more.
    pub(crate) const fn with(self, letter: u8) -> Self {
        Self(self.0 | 1 << (letter & 127))
    }

    /// Whether a class is in the set.
    pub(crate) const fn has(self, letter: u8) -> bool {
        self.0 >> (letter & 127) & 1 == 1
    }

    /// Whether the two have a class in common.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
