//! The case tables under `fixtures/cases`: each case as written, and again broken as pages break text.

mod common;

use hanfacts::{Bound, Extractor, Quantity};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[allow(dead_code, reason = "names a case for its reader")]
    name: Option<String>,
    text: String,
    quantities: Vec<Expected>,
    /// Its layout is what it tests: not to be broken further.
    #[serde(default)]
    unbroken: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
    number: String,
    max: Option<String>,
    unit: String,
    #[serde(default = "exact")]
    bound: Bound,
}

fn exact() -> Bound {
    Bound::Exact
}

/// Columns of the wrapped variants.
const COLUMNS: usize = 14;

fn wide(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || c.is_ascii_digit()
}

fn full_width(text: &str) -> String {
    let widen = |c: char| match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        '%' => '％',
        '.' => '．',
        _ => c,
    };
    text.chars().map(widen).collect()
}

fn wrapped(text: &str, end: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if at > 0 && at % COLUMNS == 0 {
            out.push_str(end);
        }
        out.push(c);
    }
    out
}

fn spaced(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if wide(before) && wide(c) {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Checks every span of `found` against the source, and the values against `case`.
fn differs(source: &str, found: &[Quantity], case: &Case, written: bool) -> Option<String> {
    for quantity in found {
        let claimed = &source[quantity.span.bytes()];
        let scalars: String = source.chars().skip(quantity.span.scalars().start).take(quantity.span.scalars().len()).collect();
        let closed = |text: &str| {
            text.chars()
                .filter(|c| !c.is_whitespace())
                .filter(|c| !"\u{200b}\u{200d}\u{2060}\u{ad}\u{feff}".contains(*c))
                .collect::<String>()
        };
        if claimed != scalars || closed(claimed) != closed(&quantity.text) {
            return Some(format!("{:?} does not stand at {:?} of {source:?}", quantity.text, quantity.span));
        }
    }
    let got: Vec<String> = found
        .iter()
        .map(|q| row(&q.text, &q.number.to_string(), q.max.map(|max| max.to_string()).as_deref(), &q.unit, q.bound, written))
        .collect();
    let want: Vec<String> = case.quantities.iter().map(|q| row(&q.text, &q.number, q.max.as_deref(), &q.unit, q.bound, written)).collect();
    (got != want).then(|| format!("{source:?}\n    want {want:?}\n    got  {got:?}"))
}

fn row(text: &str, number: &str, max: Option<&str>, unit: &str, bound: Bound, written: bool) -> String {
    let text = if written { text } else { "" };
    format!("{text} = {number}..{} {unit} {bound:?}", max.unwrap_or(""))
}

fn run(name: &str, breaks: impl Fn(&Case) -> Option<String>, written: bool) {
    let extractor = Extractor::new();
    let cases: Vec<Case> = common::cases(name);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let source = breaks(case)?;
            differs(&source, &extractor.quantities(&source), case, written)
        })
        .collect();
    assert!(wrong.is_empty(), "{name}: {} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// A module a table: as written, and in four broken forms that must give the same quantities.
macro_rules! tables {
    ($($table:ident),*) => {$(
        mod $table {
            use super::*;

            #[test]
            fn as_written() {
                run(stringify!($table), |case| Some(case.text.to_string()), true);
            }

            #[test]
            fn full_width() {
                run(stringify!($table), |case| (!case.unbroken).then(|| super::full_width(&case.text)), false);
            }

            #[test]
            fn hard_wrapped() {
                run(stringify!($table), |case| (!case.unbroken).then(|| wrapped(&case.text, "\n")), false);
            }

            #[test]
            fn wrapped_with_carriage_returns() {
                run(stringify!($table), |case| (!case.unbroken).then(|| wrapped(&case.text, "\r\n")), false);
            }

            #[test]
            fn spaced() {
                run(stringify!($table), |case| (!case.unbroken).then(|| super::spaced(&case.text)), false);
            }
        }
    )*};
}

tables!(numbers, quantities, everyday, names, units, lexicon, traps);

#[test]
fn layout_as_written() {
    run("layout", |case| Some(case.text.to_string()), true);
}

#[test]
fn one_case_in_five_finds_nothing() {
    let cases: Vec<Case> = ["numbers", "quantities", "everyday", "names", "layout"].into_iter().flat_map(common::cases).collect();
    let negative = cases.iter().filter(|case| case.quantities.is_empty()).count();
    assert!(negative * 5 >= cases.len(), "{negative} of {}", cases.len());
}
