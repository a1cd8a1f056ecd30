//! Against what a change is measured.

use super::Basis;
use crate::lexicon::WordTable;
use crate::period::{Grain, Period};
use crate::rules::Mention;
use jiff::ToSpan;
use jiff::civil::Date;

/// The basis of a change: its own cue, its base, else that of the change before it in the sentence, or of
/// the page where it is year on year.
pub(super) fn basis(
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
