//! Against what a change is measured.

use super::Basis;
use super::resolve::Place;
use super::scene::Scene;
use crate::choice::{self, Features, bucket, flag};
use crate::lexicon::WordTable;
use crate::period::{Grain, Period};
use crate::rules::Mention;
use jiff::ToSpan;
use jiff::civil::Date;

impl Place<'_> {
    /// The basis of a change: what the words `said`, looked at again with what stands around.
    pub(super) fn basis(&self, said: Basis, scene: &Scene<'_>, periods: [Option<&Period>; 2], before: Option<Basis>) -> Basis {
        let chosen = self.label(
            choice::Slot::Basis,
            &choice::BASIS,
            BASES.map(letter),
            |features| {
                self.describe_basis(scene, said, before, features);
                describe_distance(said, periods, features);
            },
            |option| super::word(&BASES[option]),
        );
        BASES[chosen]
    }

    /// The features of every basis: `a` what the words say, `b` `d` the cue, `c` `o` the basis before, `e`–`i` the words of the base, `j`
    /// the marks of a basis in the clause, `k`–`m` the comparison nearest before, in this clause or an earlier one, `n` the word before.
    fn describe_basis(&self, scene: &Scene<'_>, said: Basis, before: Option<Basis>, features: &mut Features) {
        let mention = self.mention();
        let said = letter(said);
        let before = before.map_or('^', letter);
        let group = |slot: &str| mention.group(slot);
        let base = group("base");
        let cue = group("cue").map_or('-', |cue| scene.class(Some(cue.start)));
        features.add('a', &[said]);
        features.add('b', &[said, cue]);
        features.add('c', &[said, before, flag(base.is_some()), flag(group("basis").is_some())]);
        features.add('d', &[cue, scene.dimension]);
        if let Some(base) = &base {
            let last = scene.tail(Some(base.end - 1));
            features.add('e', &[last]);
            features.add('f', &[last, said]);
            features.add('g', &[scene.class(Some(base.start)), scene.class(Some(base.end - 1)), bucket(base.len())]);
            features.add('h', &[scene.tail(Some(base.start)), said]);
            features.add('i', &[scene.class(base.start.checked_sub(1)), scene.class(Some(base.start))]);
        }
        let clause = scene.clause();
        let has = |class: u8| flag(clause.contains(&class));
        features.add('j', &[has(b'Y'), has(b'H'), has(b'M'), has(b'c'), said]);
        // 相比上一季度的财报，营收下降了2.9%: the comparison of the clause before
        let all = &scene.classes[..scene.at];
        let compared = all.iter().rposition(|class| matches!(class, b'c' | b'Y' | b'H' | b'M' | b'X' | b'Z'));
        if let Some(at) = compared {
            let [commas, quantities, ..] = scene.between(at).map(bucket);
            features.add('k', &[scene.class(Some(at)), commas, quantities, flag(base.is_some())]);
            features.add('l', &[scene.class(Some(at)), scene.class(Some(at + 1)), scene.tail(Some(at + 1)), quantities]);
            features.add('m', &[scene.class(Some(at)), commas, quantities, said]);
        } else {
            features.add('k', &['-', before]);
        }
        let mut word = |template: char, at: Option<usize>| features.add(template, &scene.word(at));
        word('s', scene.at.checked_sub(1));
        word('t', scene.at.checked_sub(2));
        if let Some(base) = &base {
            word('u', Some(base.start));
            word('v', Some(base.end - 1));
        }
        if let Some(at) = compared {
            word('w', Some(at));
            word('x', Some(at + 1));
            word('y', Some(at + 2));
        }
        features.add('z', &[scene.dimension, scene.class(scene.at.checked_sub(1)), said]);
        features.add('n', &[scene.tail(scene.at.checked_sub(1)), said]);
        features.add('o', &[before, has(b','), said]);
    }
}

/// `p`–`r`: how many years the base lies before the period of the change, and their grains.
fn describe_distance(said: Basis, [base, own]: [Option<&Period>; 2], features: &mut Features) {
    let grain = |period: Option<&Period>| period.map_or('^', super::when::grain);
    let ends = base.and_then(|base| base.end).zip(own.and_then(|own| own.end));
    let years = match ends.map(|(base, own)| own.year() - base.year()) {
        None => '^',
        Some(..=-1) => '-',
        Some(years @ 0..=3) => char::from(b'0' + years as u8),
        Some(_) => '+',
    };
    features.add('p', &[years, grain(base)]);
    features.add('q', &[years, grain(base), grain(own)]);
    features.add('r', &[years, letter(said)]);
}

const BASES: [Basis; 5] = [Basis::Yoy, Basis::Sequential, Basis::Average, Basis::Reference, Basis::Unspecified];

fn letter(basis: Basis) -> char {
    match basis {
        Basis::Yoy => 'y',
        Basis::Sequential => 's',
        Basis::Average => 'a',
        Basis::Reference => 'r',
        Basis::Unspecified => 'u',
    }
}

/// The basis of a change by its words: its own cue, its base, else that of the change before it in the sentence, or of
/// the page where it is year on year.
pub(super) fn by_words(
    classes: &[u8],
    mention: &Mention,
    base: Option<&str>,
    periods: Option<(&Period, Option<&Period>)>,
    words: &WordTable,
    before: Option<Basis>,
) -> Basis {
    if let Some(cue) = mention.group("basis") {
        return of_class(classes[cue.start]);
    }
    let Some(base) = base else { return before.filter(|basis| *basis != Basis::Average).unwrap_or(Basis::Unspecified) };
    if let Some(class) = words.base_class(base) {
        return of_class(class);
    }
    match periods {
        Some((base, own)) => of_periods(base, own),
        None => Basis::Reference,
    }
}

fn of_class(class: u8) -> Basis {
    match class {
        b'Y' => Basis::Yoy,
        b'H' => Basis::Sequential,
        b'M' => Basis::Average,
        _ => Basis::Reference,
    }
}

/// A base period one year before is year on year, the one right before is sequential.
fn of_periods(base: &Period, own: Option<&Period>) -> Basis {
    let (Some(start), Some(end)) = (base.start, base.end) else { return Basis::Reference };
    let Some((own_start, own_end)) = own.and_then(|own| own.start.zip(own.end)) else { return unanchored(base.grain) };
    let year_on = |day: Date| day.checked_add(1.year()).ok();
    if year_on(start) == Some(own_start) && base.grain == own.map_or(base.grain, |own| own.grain) {
        return Basis::Yoy;
    }
    let adjacent = end.tomorrow().ok() == Some(own_start);
    let running = start == own_start && end < own_end;
    if base.grain == Grain::Year {
        return if start.year() + 1 == own_start.year() { Basis::Yoy } else { Basis::Reference };
    }
    if adjacent || running || end < own_start { Basis::Sequential } else { Basis::Reference }
}

fn unanchored(grain: Grain) -> Basis {
    match grain {
        Grain::Month | Grain::Quarter | Grain::Week | Grain::TenDays => Basis::Sequential,
        _ => Basis::Reference,
    }
}
