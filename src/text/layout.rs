//! Which lines belong together: hard-wrapped columns, sentences cut by a blank line or a caption, furniture.

use super::furniture::Furniture;
use super::glyph;
use super::line::Line;
use std::ops::Range;

/// What stands between a line and the next one that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// The text goes on without a break.
    Join,
    /// A paragraph, heading or list item ends.
    Break,
    /// The line itself is left out of the view.
    Omit,
}

/// Columns beyond which a line is a paragraph of its own, not a wrapped one.
const WIDEST_COLUMN: usize = 160;
/// Columns below which no column is that narrow.
const NARROWEST_COLUMN: usize = 12;
/// Columns of the longest caption that may stand inside a sentence.
const WIDEST_CAPTION: usize = 56;
/// Lines of captions that may stand between the halves of a sentence.
const MOST_CAPTIONS: usize = 3;

/// One joint for each line.
pub(super) fn joints(source: &str, lines: &[Line], furniture: &Furniture) -> Vec<Joint> {
    let mut joints: Vec<Joint> = lines.iter().map(|line| if furniture.is(line, source) { Joint::Omit } else { Joint::Break }).collect();
    for block in blocks(lines) {
        wrap(source, lines, block, &mut joints);
    }
    resume(source, lines, &mut joints);
    joints
}

/// Runs of lines with the same number of blank lines between them.
fn blocks(lines: &[Line]) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    while start + 1 < lines.len() {
        let gap = lines[start].gap;
        let mut end = start + 1;
        while end + 1 < lines.len() && lines[end].gap == gap {
            end += 1;
        }
        blocks.push(start..end + 1);
        start = end;
    }
    blocks
}

/// Joins the lines of a column: those that run to its edge without ending a sentence.
fn wrap(source: &str, lines: &[Line], block: Range<usize>, joints: &mut [Joint]) {
    let column = &lines[block.clone()];
    let edge = column.iter().map(|line| line.width).max().unwrap_or(0);
    if !(NARROWEST_COLUMN..=WIDEST_COLUMN).contains(&edge) {
        return;
    }
    let spaced = column[0].gap > 0;
    // scanned columns are ragged; blank lines between them leave no other mark of their edge
    let ragged = if spaced { 6 } else { 8 };
    // pages wrap by columns, programs by characters
    let longest = column.iter().map(|line| line.length).max().unwrap_or(0);
    let full = |line: &Line| line.width * 10 >= edge * ragged || line.width + 6 >= edge || line.length * 10 >= longest * 9;
    if spaced {
        let open = column[..column.len() - 1].iter().filter(|line| full(line) && !line.terminal).count();
        if column.len() < 4 || open * 10 < (column.len() - 1) * 6 {
            return;
        }
    }
    for at in block.start..block.end - 1 {
        let (line, next) = (&lines[at], &lines[at + 1]);
        let rows = is_keyed(line.of(source)) && is_keyed(next.of(source));
        if joints[at] == Joint::Break && !rows && full(line) && !line.terminal && !is_item(next.of(source)) && joints[at + 1] != Joint::Omit
        {
            joints[at] = Joint::Join;
        }
    }
}

/// Joins what plainly goes on: an open sentence and the text that continues it, captions between them left out.
fn resume(source: &str, lines: &[Line], joints: &mut [Joint]) {
    for at in 0..lines.len() {
        if joints[at] != Joint::Break || lines[at].terminal || matches!(lines[at].last, '：' | ':') {
            continue;
        }
        let Some(next) = next_kept(joints, at) else { break };
        let governed = at > 0 && joints[at - 1] == Joint::Join;
        let cut = cuts_number(source, &lines[at], &lines[next], governed);
        if is_item(lines[next].of(source)) && !cut {
            continue;
        }
        if cut || adjoins(source, &lines[at], &lines[next]) {
            joints[at] = Joint::Join;
        } else if let Some(far) = beyond_captions(source, lines, joints, at) {
            joints[at] = Joint::Join;
            joints[at + 1..far].fill(Joint::Omit);
        }
    }
}

fn next_kept(joints: &[Joint], at: usize) -> Option<usize> {
    (at + 1..joints.len()).find(|&next| joints[next] != Joint::Omit)
}

/// Whether `next` goes on where `line` stopped.
fn adjoins(source: &str, line: &Line, next: &Line) -> bool {
    if glyph::expects_more(line.last) && !line.of(source).trim_matches(['-', '—', '·', '*']).is_empty() && next.han
        || glyph::continues(next.first)
    {
        return true;
    }
    let heading = line.width < 50 && next.width >= 60 && !line.of(source).contains(['，', ',']);
    line.prose && next.prose && !heading && line.gap > 0 && line.width >= 24
}

/// A number stands at the end of `line` and its rest, or its unit, at the head of `next`; `governed` says that the line goes on
/// from one before it.
fn cuts_number(source: &str, line: &Line, next: &Line, governed: bool) -> bool {
    let content = line.of(source);
    let fold = |c: char| glyph::fold(c).unwrap_or(c);
    let stem = content.trim_end_matches(|c| fold(c).is_ascii_digit() || matches!(fold(c), '.' | '万' | '亿' | '百' | '千'));
    let numeral = stem.len() < content.len() && content[stem.len()..].contains(|c| fold(c).is_ascii_digit());
    let stem = stem.trim_end_matches(glyph::is_blank);
    let governed = stem.ends_with(glyph::is_han) && (governed || stem.chars().count() >= 4);
    let first = fold(next.first);
    let rest = next.of(source);
    if numeral && matches!(first, '.' | '%' | '‰') && rest.len() > 1 {
        return true;
    }
    // 件件有着落 begins a sentence of its own
    let doubled = next.of(source).chars().nth(1) == Some(next.first) && glyph::is_han(first);
    let dashed = matches!(first, '-' | '—' | '~')
        && next.of(source).trim_start_matches(['-', '—', '~', '－', '～']).starts_with(|c| fold(c).is_ascii_digit());
    numeral
        && governed
        && (next.han || rest.contains(['%', '％']))
        && !doubled
        && (dashed || glyph::is_han(first) || first.is_ascii_digit() || matches!(first, '.' | '%' | '‰'))
}

/// The line after a few captions where the sentence of line `at` goes on.
fn beyond_captions(source: &str, lines: &[Line], joints: &[Joint], at: usize) -> Option<usize> {
    let line = &lines[at];
    if !line.prose || line.width < 40 {
        return None;
    }
    let far = (at + 1..lines.len().min(at + 2 + MOST_CAPTIONS)).find(|&far| lines[far].prose && joints[far] != Joint::Omit)?;
    let captions = &lines[at + 1..far];
    let aside = |caption: &Line| !caption.digits && !caption.terminal && caption.width <= WIDEST_CAPTION;
    let goes_on = lines[far].width >= 24 && !is_item(lines[far].of(source)) && lines[far].first != '“' && lines[far].first != '"';
    (!captions.is_empty() && captions.iter().all(aside) && goes_on).then_some(far)
}

/// Whether a line is a row of a list of values: 户籍人口：3200.
fn is_keyed(content: &str) -> bool {
    content.chars().take(12).any(|c| matches!(c, '：' | ':')) && !content.ends_with(['，', '、', '。'])
}

/// Whether a line begins with the mark of a list item or heading: `1.`, `一、`, `（三）`, `第二条`, `•`.
fn is_item(content: &str) -> bool {
    let mut chars = content.chars().map(|c| glyph::fold(c).unwrap_or(c)).peekable();
    let Some(first) = chars.next() else { return false };
    if matches!(first, '•' | '●' | '■' | '◆' | '○' | '▲' | '★' | '#' | '*' | '①'..='⑳' | '—' | '※') {
        return true;
    }
    let bracketed = matches!(first, '(' | '（');
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let mut length = usize::from(!bracketed && numeral(first));
    while chars.peek().copied().is_some_and(numeral) && length < 3 {
        chars.next();
        length += 1;
    }
    let mark = chars.next();
    let after = chars.next();
    match mark {
        _ if length == 0 => content.starts_with('第') && content.chars().skip(1).take(6).any(|c| matches!(c, '条' | '章' | '节' | '款')),
        Some(')' | '）') => bracketed,
        Some('、') => true,
        Some('.') => !bracketed && !after.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}
