//! What a value of a pack may be, and what a table may hold.

/// What a value may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Text of a kind.
    Text(Kind),
    /// A list of texts of a kind, one at least.
    Texts(Kind),
    /// So many texts of a kind.
    Row(Kind, usize),
    /// A list of pairs of dates.
    Stretches,
    /// `true` or `false`.
    Flag,
    /// A whole number within bounds.
    Whole(i64, i64),
    /// Two whole numbers within bounds.
    Pair(i64, i64),
    /// Two whole numbers within bounds, the second no less than the first.
    FromTo(i64, i64),
    /// A month and a day of it.
    MonthDay,
    /// A table with these keys.
    Record(&'static [Field]),
    /// Any number of tables with these keys.
    Records(&'static [Field]),
    /// A table from texts of the page to texts of a kind.
    Map(Kind),
    /// A table from texts of the page to whole numbers within bounds.
    Powers(i64, i64),
    /// A table from words to the parts that they fall into.
    Parts,
}

/// What a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words as they stand in a page: not blank, on one line, of bounded length.
    Surface,
    /// The same, or nothing.
    Slot,
    /// An example: not blank, of bounded length.
    Passage,
    /// The name of a rule.
    Name,
    /// The code of a unit.
    Code,
    /// A decimal.
    Decimal,
    /// A decimal or a fraction above zero.
    Ratio,
    /// A date as 2024-03-31.
    Date,
    /// A regular expression over classes.
    Pattern,
    /// One of these.
    One(&'static [&'static str]),
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) needed: bool,
    /// Texts of one group belong to one entry: a pack has each once, and takes it over from the data before.
    pub(super) group: Option<&'static str>,
    /// How another key of the table must stand with this one.
    pub(super) beside: Beside,
    /// What it is for, in one line.
    pub(super) about: &'static str,
}

/// What a key asks of another key of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Free,
    /// It stands there as well, or both are left out.
    With(&'static str),
    /// Exactly one of the two stands there.
    Or(&'static str),
    /// One of the two at least.
    Any(&'static str),
}

pub(super) const fn needed(key: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { key, shape, needed: true, group: None, beside: Beside::Free, about }
}

pub(super) const fn may(key: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { needed: false, ..needed(key, shape, about) }
}

pub(super) const fn of(group: &'static str, field: Field) -> Field {
    Field { group: Some(group), ..field }
}

pub(super) const fn beside(beside: Beside, field: Field) -> Field {
    Field { beside, ..field }
}
