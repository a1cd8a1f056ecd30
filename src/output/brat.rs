//! Standoff files for brat.

use super::marked::{Marked, Stretch};
use super::part::{capital, value};
use crate::fact::word;
use std::fmt::Write as _;

/// The `annotation.conf` of a folder of [`Brat`] documents.
pub const BRAT_CONFIG: &str = "\
[entities]
Indicator
Subject
Predicate
Period
Cue
Base
Whole
Scope

[relations]
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
!Fact
\tLevel\tindicator?:Indicator, subject?:Subject, predicate?:Predicate, period?:Period, part_of?:<EVENT>
\tChange\tindicator?:Indicator, subject?:Subject, predicate?:Predicate, period?:Period, change?:Cue, base?:Base, about?:<EVENT>, part_of?:<EVENT>
\tShare\tindicator?:Indicator, subject?:Subject, predicate?:Predicate, period?:Period, whole?:Whole, about?:<EVENT>, part_of?:<EVENT>
\tRank\tindicator?:Indicator, subject?:Subject, predicate?:Predicate, period?:Period, scope?:Scope, about?:<EVENT>, part_of?:<EVENT>

[attributes]
Modality\tArg:<EVENT>, Value:Target|Forecast
Direction\tArg:<EVENT>, Value:Up|Down|Flat
Basis\tArg:<EVENT>, Value:Yoy|Sequential|Average|Reference|Unspecified
Doubted\tArg:<EVENT>
";

/// A document for [brat](https://brat.nlplab.org/standoff.html): the text file and the annotations over it. A folder of them has [`BRAT_CONFIG`] beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brat {
    /// The `.txt`: the text with each CR of CR LF as a space and other CRs as LF, since readers of such files change line ends and would shift the offsets.
    pub text: String,
    /// The `.ann`: slots as text-bound annotations, facts as events whose trigger is the quantity, the number with its unit as a note. Offsets are code
    /// points; a span over line breaks is written as the fragments between them.
    pub annotations: String,
}

impl Marked<'_> {
    /// The document as brat has it.
    ///
    /// ```
    /// use hanfacts::{Extractor, Marked};
    ///
    /// let source = "𠮷县投资5.2\n亿元。";
    /// let document = Extractor::new().extract(source);
    /// let brat = Marked::new("a.txt", source, &document).brat();
    /// assert!(brat.annotations.contains("\tLevel 4 7;8 10\t5.2 亿元\n"), "{}", brat.annotations);
    /// assert!(brat.annotations.contains("#1\tAnnotatorNotes E1\t520000000 元\n"));
    /// ```
    pub fn brat(&self) -> Brat {
        let stretches = self.stretches();
        let mut out = String::new();
        for (number, stretch) in stretches.all.iter().enumerate() {
            let (spans, text) = fragments(stretch);
            let _ = writeln!(out, "T{}\t{} {spans}\t{text}", number + 1, stretch.label);
        }
        let mut attributes = 0;
        for (fact, parts) in self.facts.iter().zip(&stretches.parts) {
            let event = fact.id + 1;
            let kind = &stretches.all[parts[0].1].label;
            let _ = write!(out, "E{event}\t{kind}:T{}", parts[0].1 + 1);
            for (role, at) in &parts[1..] {
                let _ = write!(out, " {}:T{}", role.name(), at + 1);
            }
            for (name, id) in [("about", fact.about), ("part_of", fact.part_of)] {
                let _ = id.map_or(Ok(()), |id| write!(out, " {name}:E{}", id + 1));
            }
            out.push('\n');
            let change = fact.change.as_ref();
            let modality = word(&fact.modality);
            let said = [
                ("Modality", (modality != "actual").then_some(modality)),
                ("Direction", change.map(|change| word(&change.direction))),
                ("Basis", change.map(|change| word(&change.basis))),
                ("Doubted", (!fact.doubts.is_empty()).then(String::new)),
            ];
            for (name, said) in said {
                let Some(said) = said else { continue };
                attributes += 1;
                let _ = writeln!(out, "{}", format!("A{attributes}\t{name} E{event} {}", capital(&said)).trim_end());
            }
            let _ = writeln!(out, "#{event}\tAnnotatorNotes E{event}\t{}", value(&fact.quantity));
        }
        Brat { text: self.source.replace("\r\n", " \n").replace('\r', "\n"), annotations: out }
    }
}

/// The fragments of a stretch without the line breaks, tabs and blanks around them: `0 3;5 7`, and their texts with a blank between.
fn fragments(stretch: &Stretch<'_>) -> (String, String) {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let mut at = stretch.span.scalars().start;
    let (mut spans, mut texts) = (Vec::new(), Vec::new());
    for piece in stretch.text.split_inclusive(breaks) {
        let line = piece.trim_end_matches(breaks);
        let lead = line.chars().take_while(|c| c.is_whitespace()).count();
        let text = line.trim();
        if !text.is_empty() {
            spans.push(format!("{} {}", at + lead, at + lead + text.chars().count()));
            texts.push(text);
        }
        at += piece.chars().count();
    }
    (spans.join(";"), texts.join(" "))
}
