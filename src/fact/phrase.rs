//! Noun phrases around a quantity.

use crate::token::Sentence;
use std::ops::Range;

/// Whether a class can stand inside a noun phrase without more ado.
fn nominal(class: u8) -> bool {
    matches!(class, b'n' | b'b' | b'g' | b'k' | b's' | b'j' | b'x')
}

/// The phrase that ends before token `end`. In subject position (a predicate follows), verbs inside it are modifiers.
pub(super) fn left(sentence: &Sentence, end: usize, subject: bool) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let mut start = end;
    while start > 0 && extends_left(classes, start, end, subject) {
        start -= 1;
    }
    trim(classes, start..end)
}

/// Whether the token before `start` belongs to the phrase `start..end`.
fn extends_left(classes: &[u8], start: usize, end: usize, subject: bool) -> bool {
    let at = start - 1;
    let before = at.checked_sub(1).map(|before| classes[before]);
    let empty = start == end;
    let after = if empty { b' ' } else { classes[start] };
    let joined = before.is_some_and(nominal);
    match classes[at] {
        class if nominal(class) => true,
        b'e' => !empty && after != b'e' && joined,
        b'/' | b'&' => !empty && joined && nominal(after),
        b'v' => !empty && (subject || joined) && (nominal(after) || after == b'v'),
        b'G' | b'D' => !empty && (joined || subject) && nominal(after),
        b'r' => !empty && joined && nominal(after),
        b'm' => !empty && joined && nominal(after) && before != Some(b'm'),
        _ => false,
    }
}

/// The phrase that begins at token `start`, 的 before it aside.
pub(super) fn right(sentence: &Sentence, start: usize) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let start = start + usize::from(classes.get(start) == Some(&b'e'));
    let mut end = start;
    while end < classes.len() && extends_right(classes, start, end) {
        end += 1;
    }
    // 5个县级城市新|获评: an attribute before a verb is none
    while end > start + 1 && classes[end - 1] == b'b' && matches!(classes.get(end), Some(b'V' | b'v' | b'j')) {
        end -= 1;
    }
    trim(classes, start..end)
}

/// Whether the token at `end` belongs to the phrase `start..end`.
fn extends_right(classes: &[u8], start: usize, end: usize) -> bool {
    let after = classes.get(end + 1).copied().unwrap_or(b' ');
    let empty = start == end;
    match classes[end] {
        class if nominal(class) => true,
        b'r' => nominal(after) || empty,
        b'e' => !empty && nominal(after),
        b'/' | b'&' => !empty && nominal(after) && !leads_to_quantity(classes, end + 1),
        b'v' | b'G' | b'D' | b'V' => nominal(after) && empty,
        _ => false,
    }
}

/// Whether the phrase from `at` on ends in a quantity of its own.
fn leads_to_quantity(classes: &[u8], at: usize) -> bool {
    let rest = classes[at..].iter().find(|class| !nominal(**class) && !matches!(class, b'e' | b'u' | b'r'));
    rest.is_some_and(|class| b"QROB".contains(class))
}

/// The topic of the clauses between the last quantity and token `at`: the phrase that heads the nearest of them.
pub(super) fn topic(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let quantity = classes[..at].iter().rposition(|class| b"QROB#f".contains(class));
    let from = quantity.map_or(0, |quantity| quantity + 1);
    let last = classes[from..at].iter().rposition(|class| *class == b',').map(|comma| from + comma)?;
    let start = classes[from..last].iter().rposition(|class| *class == b',').map_or(from, |comma| from + comma + 1);
    // after a quantity its own clause goes on to the comma
    if quantity.is_some() && start == from {
        return None;
    }
    let head = (start..last).find(|at| !matches!(classes[*at], b'T' | b'i' | b'd' | b'C' | b'&' | b'z' | b'r' | b'e' | b'w' | b't'))?;
    let mut end = head;
    while end < last && (nominal(classes[end]) || end > head && matches!(classes[end], b'e' | b'/' | b'&' | b'r')) {
        end += 1;
    }
    trim(classes, head..end)
}

/// Without joints and regions at its edges; `None` where nothing is left.
fn trim(classes: &[u8], mut range: Range<usize>) -> Option<Range<usize>> {
    let loose = |class: u8| matches!(class, b'e' | b'/' | b'&' | b'r' | b'm');
    while range.start < range.end && loose(classes[range.start]) {
        range.start += 1;
    }
    while range.start < range.end && matches!(classes[range.end - 1], b'e' | b'/' | b'&' | b'm') {
        range.end -= 1;
    }
    (range.start < range.end).then_some(range)
}

/// The members of a phrase: parted by 、 (and the last 和), or else by every 、 and 和; those of the number that is asked for.
pub(super) fn members(sentence: &Sentence, range: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    let classes = sentence.classes.as_bytes();
    let last = range.clone().rev().find(|at| matches!(classes[*at], b'/' | b'&'));
    let by_comma = parts(range.clone(), |at| classes[at] == b'/' || Some(at) == last);
    let by_stop = parts(range.clone(), |at| classes[at] == b'/');
    let by_all = parts(range, |at| matches!(classes[at], b'/' | b'&'));
    [by_stop, by_comma, by_all].into_iter().find(|members| members.len() == count)
}

fn parts(range: Range<usize>, joint: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    for at in range.clone().filter(|at| joint(*at)) {
        out.push(start..at);
        start = at + 1;
    }
    out.push(start..range.end);
    out.retain(|member| !member.is_empty());
    out
}
