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
    // 传媒板块整体|涨幅: an attribute at the end belongs to the cue
    let attributes = classes[start..end].iter().rev().take_while(|class| **class == b'b').count();
    let end = if attributes < end - start { end - attributes } else { end };
    trim(classes, start..end)
}

/// Whether the token before `start` belongs to the phrase `start..end`.
fn extends_left(classes: &[u8], start: usize, end: usize, subject: bool) -> bool {
    let at = start - 1;
    let before = at.checked_sub(1).map(|before| classes[before]);
    let empty = start == end;
    let after = if empty { b' ' } else { classes[start] };
    let joined = before.is_some_and(nominal);
    let modifies = nominal(after) || matches!(after, b'v' | b'V');
    match classes[at] {
        class if nominal(class) => true,
        b'e' => !empty && after != b'e' && (joined || subject && before == Some(b'Q')),
        b'/' => !empty && modifies && (joined || subject && matches!(before, Some(b'v' | b'V' | b'j')) || before == Some(b'r')),
        b'&' => !empty && modifies && (joined || before == Some(b'r')),
        // 收集企业诉求412件: behind a verb that governs, a second one is its object
        // 房屋倒塌1.5万间: and so is one with its subject at the head of the clause
        b'v' if empty => joined && (governed(classes, at) || headed(classes, at)),
        b'v' | b'V' if subject => modifies,
        b'v' => joined && modifies,
        // 楼高265米
        b'a' | b'y' if empty => joined,
        b'G' | b'D' => !empty && (joined || subject) && nominal(after),
        b'M' => !empty && subject && nominal(after),
        b'd' | b'a' | b'y' | b'p' | b'm' => !empty && subject && joined && modifies,
        // 亚洲、欧洲市场
        b'r' => !empty && (joined && nominal(after) || matches!(after, b'/' | b'&')),
        // 27英寸的显示器占…
        b'Q' => subject && after == b'e',
        _ => false,
    }
}

/// Whether a verb that carries quantities stands before token `at` in its clause.
fn governed(classes: &[u8], at: usize) -> bool {
    classes[..at].iter().rev().take_while(|class| **class != b',').any(|class| matches!(class, b'V' | b'I'))
}

/// Whether only the nouns of a subject stand between token `at` and the head of its clause.
fn headed(classes: &[u8], at: usize) -> bool {
    let nouns = classes[..at].iter().rev().take_while(|class| nominal(**class)).count();
    nouns > 0 && classes[..at - nouns].last().is_none_or(|class| matches!(class, b',' | b'T' | b'r'))
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
        // 国家级|非遗|代表性: after an attribute a verb modifies
        b'v' | b'G' | b'D' => nominal(after) && (empty || classes[end - 1] == b'b'),
        b'V' => nominal(after) && !empty && classes[end - 1] == b'b',
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
    let led = classes[start..head].contains(&b'i');
    let mut end = head;
    while end < last && (nominal(classes[end]) || end > head && matches!(classes[end], b'e' | b'/' | b'&' | b'r')) {
        end += 1;
    }
    // 按可比价格计算 is no topic
    if led && matches!(classes[end], b'v' | b'V' | b'j') {
        return None;
    }
    trim(classes, head..end)
}

/// The phrase that the clause before token `at` ends with, behind 是 or 为 (主营业务为甲、乙，占营收…).
pub(super) fn complement(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let end = classes[..at].iter().rposition(|class| *class == b',')?;
    let start = classes[..end].iter().rposition(|class| matches!(class, b'E' | b',')).filter(|at| classes[*at] == b'E')? + 1;
    let nominal_all = classes[start..end].iter().all(|class| nominal(*class) || matches!(class, b'e' | b'/' | b'&' | b'v' | b'r'));
    if nominal_all { trim(classes, start..end) } else { None }
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
