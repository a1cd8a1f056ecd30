//! Walks the view and reads every quantity; what is none is told why.

use super::draft::{Draft, Form};
use super::ordinal::{Ordinal, ordinal};
use super::unit::UnitUse;
use super::{Dimension, bound, combine, read};
use crate::lexicon::{Hit, Lexicon, PhraseEntry};
use crate::name::{self, Measured, Quoted, Words};
use crate::number::{self, Fuzz, Numeral, Read, Script};
use crate::period;
use crate::span::ViewSpan;
use crate::text::{self, glyph};
use crate::token::Segmenter;
use rust_decimal::Decimal;

/// What a walk over a view found.
pub(crate) struct Scan {
    /// Labels in quotation marks and titles.
    pub(crate) quoted: Vec<Quoted>,
    /// The quantities, in text order.
    pub(crate) drafts: Vec<Draft>,
    /// Numbers too long for an exact decimal.
    pub(crate) too_long: Vec<ViewSpan>,
}

/// Reads every quantity of the view.
pub(crate) fn scan(text: &str, lexicon: &Lexicon, segmenter: &dyn Segmenter) -> Scan {
    let mut walk = Walk {
        text,
        lexicon,
        periods: Vec::new(),
        names: Vec::new(),
        quoted: Vec::new(),
        titles: Vec::new(),
        words: Words::new(text, segmenter),
        drafts: Vec::new(),
        too_long: Vec::new(),
        past: 0,
    };
    for line in text::lines(text).filter(|line| lexicon.counting.meets(line.of(text))) {
        let quoted = name::quoted(text, line);
        walk.titles.extend(name::outermost_titles(&quoted));
        walk.quoted.extend(quoted);
        for sentence in text::sentences(text, line).filter(|sentence| lexicon.counting.meets(sentence.of(text))) {
            walk.run(sentence);
        }
    }
    let mut drafts = combine::combine(text, walk.drafts, lexicon);
    drafts.retain(|draft| !draft.tentative);
    for draft in &mut drafts {
        bound::bound(text, draft, lexicon);
    }
    // 千名, 亿元: a magnitude that nothing bounds is a figure of speech
    drafts.retain(|draft| draft.fuzz != Fuzz::Bare || draft.reach != draft.span);
    Scan { drafts, too_long: walk.too_long, quoted: walk.quoted }
}

struct Walk<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    periods: Vec<ViewSpan>,
    names: Vec<Hit>,
    quoted: Vec<Quoted>,
    /// Titles, those inside others aside.
    titles: Vec<ViewSpan>,
    words: Words<'t>,
    drafts: Vec<Draft>,
    too_long: Vec<ViewSpan>,
    /// Where the walk has come.
    past: usize,
}

impl<'t> Walk<'t> {
    fn run(&mut self, sentence: ViewSpan) {
        let lexicon = self.lexicon;
        self.periods.extend(period::scan(self.text, sentence));
        self.names.extend(lexicon.names.phrases(self.text, sentence));
        let mut phrases = lexicon.phrases.all(self.text, sentence).peekable();
        let mut at = sentence.start.max(self.past);
        while let Some(c) = self.text.get(at..sentence.end).and_then(|rest| rest.chars().next()) {
            while phrases.next_if(|(hit, _)| hit.start < at).is_some() {}
            if let Some((hit, entry)) = phrases.next_if(|(hit, _)| hit.start == at)
                && let Some(draft) = self.phrase(hit, entry)
            {
                at = draft.span.end;
                self.drafts.push(draft);
                continue;
            }
            at = match c {
                '第' => self.ordinal(at),
                c if number::glyph::begins(c) => self.numeral(at),
                _ => at + c.len_utf8(),
            };
        }
        self.past = at;
    }

    fn phrase(&self, hit: Hit, entry: &PhraseEntry) -> Option<Draft> {
        let span = ViewSpan::new(hit.start + entry.head, hit.end);
        let next = self.text[hit.end..].chars().next();
        let closes = next.is_none_or(|c| !glyph::is_han(c) && !c.is_alphanumeric() || matches!(c, '的' | '和'));
        if entry.closes_clause && !closes || self.in_title(span) {
            return None;
        }
        let unit = match self.lexicon.units.named(&entry.unit) {
            Some(known) if entry.dimension != Dimension::Rank => UnitUse::new(&entry.unit, known),
            _ => UnitUse::bare(&entry.unit, entry.dimension),
        };
        Some(Draft {
            span,
            numeral: span,
            low: entry.number,
            high: None,
            fuzz: Fuzz::Sharp,
            script: Script::Han,
            power: 0,
            unit: Some(unit),
            tentative: false,
            form: if entry.dimension == Dimension::Rank { Form::Ordinal } else { Form::Phrase },
            bound: entry.bound,
            reach: ViewSpan::new(hit.start, hit.end),
        })
    }

    /// Reads at a 第 and returns where to go on.
    fn ordinal(&mut self, at: usize) -> usize {
        let past = at + '第'.len_utf8();
        if let Some(end) = self.period_at(at) {
            return end;
        }
        match ordinal(self.text, at, self.lexicon) {
            Ordinal::Nothing => past,
            Ordinal::Label(end) => self.label_end(end),
            Ordinal::Rank(draft) => {
                let end = draft.span.end;
                if !self.in_label(&draft) {
                    self.drafts.push(*draft);
                }
                end
            }
        }
    }

    /// Where a label ends that goes on over a dash (第27至30层) or to its like (第1、第2期).
    fn label_end(&self, end: usize) -> usize {
        let rest = &self.text[end..];
        let next = self.lexicon.forms.ordinal_goes_on(rest);
        let Some(next) = next.map(|next| next.strip_prefix('第').unwrap_or(next)) else { return end };
        match number::read(self.text, self.text.len() - next.len(), &|_| false) {
            Read::Found(numeral) => self.label_end(numeral.span.end),
            _ => end,
        }
    }

    /// Reads at a character that a numeral may begin with and returns where to go on.
    fn numeral(&mut self, at: usize) -> usize {
        let c = self.text[at..].chars().next().unwrap_or(' ');
        let past = at + c.len_utf8();
        if let Some(end) = self.period_at(at) {
            return end;
        }
        // a dash right behind a quantity joins, it is no sign
        if c == '-' && self.drafts.last().is_some_and(|last| last.span.end == at) {
            return past;
        }
        let lexicon = self.lexicon;
        let text = self.text;
        let unit_at = |at: usize| at <= text.len() && lexicon.units.at(text, at, false).is_some();
        let numeral = match number::read(text, at, &unit_at) {
            Read::Nothing => return past,
            Read::TooLong(end) => {
                self.too_long.push(ViewSpan::new(at, end));
                return end.max(past);
            }
            Read::Found(numeral) => numeral,
        };
        if let Some(end) = self.period_inside(numeral.span) {
            return end;
        }
        let mut draft = read::read(text, &numeral, lexicon);
        if let Some(hit) = self.name_at(at).filter(|hit| hit.end >= draft.span.end) {
            return hit.end.max(past);
        }
        let end = draft.span.end.max(past);
        draft.tentative = self.leans(&draft);
        if self.is_quantity(&draft, &numeral) {
            self.drafts.push(draft);
            return end;
        }
        numeral.span.end.max(past)
    }

    fn is_quantity(&mut self, draft: &Draft, numeral: &Numeral) -> bool {
        let measured = draft.unit.is_some();
        let strong = measured && !matches!(draft.dimension(), Dimension::Count | Dimension::Time | Dimension::Index | Dimension::None)
            || draft.power >= 4;
        let by = Measured { unit: draft.unit_text(), end: draft.span.end, strong, any: measured || numeral.power >= 4 };
        if name::label(self.text, numeral, self.lexicon, by).is_some() || self.in_label(draft) {
            return false;
        }
        if draft.dimension() == Dimension::Time && self.lexicon.names.programme_after(self.text, draft.span.end) {
            return false;
        }
        if numeral.script == Script::Ascii || numeral.ratio.is_some() {
            return true;
        }
        self.han_counts(draft, numeral)
    }

    /// Whether a bare Han numeral is one end of a range or a member of a list whose next number has the unit.
    fn leans(&self, draft: &Draft) -> bool {
        let rest = &self.text[draft.span.end..];
        let joined = self.lexicon.forms.joined(rest).any(|after| after.starts_with(number::glyph::begins));
        let before = self.drafts.last().is_some_and(|last| {
            last.dimension() == Dimension::Ratio
                && last.span.end <= draft.span.start
                && self.lexicon.forms.joins_range(&self.text[last.span.end..draft.span.start])
        });
        draft.unit.is_none() && draft.script == Script::Han && (joined || before) && !draft.is_vague()
    }

    /// Whether a Han numeral counts: by its unit, or by itself where it is made of several glyphs.
    fn han_counts(&mut self, draft: &Draft, numeral: &Numeral) -> bool {
        let bare = draft.unit.is_none();
        if draft.is_vague() && bare {
            return false;
        }
        if draft.tentative {
            return true;
        }
        if draft.unit_text() == "番" {
            return self.multiplies(draft.span.start);
        }
        if numeral.formal && numeral.glyphs < 3 && draft.dimension() != Dimension::Currency {
            return false;
        }
        let composed = numeral.glyphs >= 3 || numeral.high.is_some();
        if composed && !bare || draft.numeral.start > draft.span.start || numeral.low.is_sign_negative() {
            return true;
        }
        if !bare && numeral.low == Decimal::ONE && numeral.power == 0 && self.lexicon.names.pointed(self.text, numeral.span.start) {
            return false;
        }
        if bare && numeral.glyphs < 2 {
            return numeral.low.scale() > 0 || self.words.alone(numeral.span) && !name::beside_han(self.text, numeral.span);
        }
        if bare && by_position(numeral.span.of(self.text)) {
            return false;
        }
        let counts = matches!(draft.dimension(), Dimension::Count | Dimension::None);
        draft.dimension() == Dimension::Ratio || !self.words.swallow(numeral.span, draft.span.end, counts)
    }

    /// Whether a verb stands before the byte that makes 番 a multiple (翻了近两番).
    fn multiplies(&self, at: usize) -> bool {
        let near: String = self.text[..at].chars().rev().take(4).collect();
        self.lexicon.forms.multiplies.iter().any(|verb| near.contains(verb.as_str()))
    }

    fn period_at(&self, at: usize) -> Option<usize> {
        let next = self.periods.partition_point(|span| span.end <= at);
        self.periods.get(next).filter(|span| span.start <= at).map(|span| span.end)
    }

    /// A period that begins inside the numeral: the numeral is part of it or runs into it.
    fn period_inside(&self, numeral: ViewSpan) -> Option<usize> {
        let next = self.periods.partition_point(|span| span.end <= numeral.start);
        self.periods.get(next).filter(|span| span.overlaps(numeral)).map(|span| span.end)
    }

    /// The fixed phrase around a byte, unless it begins in the middle of a numeral.
    fn name_at(&self, at: usize) -> Option<Hit> {
        let next = self.names.partition_point(|hit| hit.end <= at);
        let hit = self.names.get(next).copied().filter(|hit| hit.start <= at)?;
        let digit = |c: char| {
            c.is_ascii_digit()
                || c == '.'
                || number::glyph::digit(c).is_some()
                || number::glyph::small(c).is_some()
                || number::glyph::big(c).is_some()
        };
        let numeral_first = self.text[hit.start..].starts_with(digit);
        let torn = numeral_first && self.text[..hit.start].ends_with(digit)
            || self.text[hit.end..].starts_with(|c: char| c.is_ascii_digit())
                && self.text[..hit.end].ends_with(|c: char| c.is_ascii_digit());
        (!torn).then_some(hit)
    }

    fn in_title(&self, span: ViewSpan) -> bool {
        let next = self.titles.partition_point(|title| title.end <= span.start);
        self.titles.get(next).is_some_and(|title| title.start < span.end)
    }

    /// Whether a draft is part of a label in quotation marks. Money and rates are claims even there.
    fn in_label(&self, draft: &Draft) -> bool {
        let claims = matches!(draft.dimension(), Dimension::Ratio | Dimension::Points | Dimension::Currency) && !draft.is_vague();
        self.in_title(draft.span) || (!claims || draft.low == Decimal::ONE) && name::labels_near(&self.quoted, draft.span).next().is_some()
    }
}

/// Han digits without any magnitude or point: a code spelled out (三六零).
fn by_position(numeral: &str) -> bool {
    numeral.chars().all(|c| number::glyph::digit(c).is_some())
}
