//! What the resolver tells of its work, for those who ask how a fact came about.

use super::origin::Origins;
use super::reading::Reading;
use super::resolve::{Source, resolve};
use super::{Fact, Reason, admit};
use crate::rules::Claims;
use crate::span::ViewSpan;
use crate::text;
use crate::token::{Segmenter, Sentence};

/// Hears what the resolver does; `()` hears nothing, and nothing is kept for it.
pub(crate) trait Recorder {
    /// A fact was made, and its slots come from there.
    fn fact(&mut self, origins: Origins);
    /// The facts of a sentence were made, one of each mention.
    fn sentence(&mut self, reading: Reading, claims: Claims);
}

impl Recorder for () {
    fn fact(&mut self, _: Origins) {}
    fn sentence(&mut self, _: Reading, _: Claims) {}
}

/// The facts of a document and how they came about.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    /// The facts, and where the slots of each come from.
    pub(crate) facts: Vec<(Fact, Origins)>,
    /// The sentences with quantities, in text order.
    pub(crate) sentences: Vec<Traced>,
}

/// A sentence with quantities.
#[derive(Debug)]
pub(crate) struct Traced {
    pub(crate) span: ViewSpan,
    pub(crate) sentence: Sentence,
    /// What rules claimed in it; the facts of the document are those of its sentences, one of each mention.
    pub(crate) claims: Claims,
}

#[derive(Default)]
struct Record {
    origins: Vec<Origins>,
    sentences: Vec<Traced>,
}

impl Recorder for Record {
    fn fact(&mut self, origins: Origins) {
        self.origins.push(origins);
    }

    fn sentence(&mut self, reading: Reading, claims: Claims) {
        self.sentences.push(Traced { span: reading.span, sentence: reading.sentence, claims });
    }
}

/// Makes the facts of a document as [`resolve`] does, and keeps how. Sentences whose quantities all make no fact are kept as
/// well.
pub(crate) fn trace(source: &Source<'_>, segmenter: &dyn Segmenter) -> Trace {
    let mut record = Record::default();
    let facts = resolve(source, segmenter, &mut record);
    let mut sentences = Vec::new();
    let mut read = record.sentences.into_iter().peekable();
    let mut end = 0;
    for draft in source.drafts.iter().filter(|draft| !admit::admits(source.view.text(), draft, source.lexicon)) {
        let at = draft.span.start;
        while let Some(traced) = read.next_if(|traced| traced.span.start <= at) {
            end = traced.span.end;
            sentences.push(traced);
        }
        if at >= end {
            let span = text::sentence(source.view.text(), at);
            end = span.end;
            sentences.push(Traced { span, sentence: source.words(span, segmenter), claims: Claims::default() });
        }
    }
    sentences.extend(read);
    Trace { facts: facts.into_iter().zip(record.origins).collect(), sentences }
}

impl Traced {
    /// Why no fact was made of a quantity of the sentence, by its number, where no mention has it.
    pub(crate) fn refusal(&self, source: &Source<'_>, number: usize) -> Reason {
        let draft = &source.drafts[number];
        let tokens = &self.sentence.tokens;
        let met = |class: &[u8]| tokens.iter().any(|token| class.contains(&token.class) && token.span.overlaps(draft.span));
        let locked = || tokens.iter().any(|token| b"QROB#f".contains(&token.class) && token.entity == number);
        let ruled = || {
            let of = |(at, _): &&(usize, usize)| tokens[*at].entity == number;
            let rule = self.claims.refused.iter().find(of).map(|(_, rule)| *rule)?;
            Some(source.rules.rules[rule].name.clone())
        };
        match admit::refusal(source.view.text(), draft, source.lexicon) {
            Some(reason) => reason,
            None if locked() => ruled().map_or(Reason::Unclaimed, |rule| Reason::Ruled { rule }),
            None if met(b"T") => Reason::InPeriod,
            None => Reason::InQuantity,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choice::Taught;
    use crate::lexicon::Lexicon;
    use crate::rules::RuleSet;
    use crate::span::SourceIndex;
    use crate::text::View;
    use crate::token::JiebaSegmenter;

    #[test]
    fn what_no_rule_claims_says_so() {
        let lexicon = Lexicon::built_in().unwrap();
        let segmenter = JiebaSegmenter::new(lexicon.words.dictionary());
        let text = "全市完成投资5亿元。";
        let view = View::new(text, &lexicon.furniture);
        let scan = crate::quantity::scan(view.text(), &lexicon, &segmenter);
        let source = Source {
            view: &view,
            index: &SourceIndex::new(text),
            drafts: &scan.drafts,
            periods: &[],
            quoted: &scan.quoted,
            lexicon: &lexicon,
            rules: &RuleSet { rules: Vec::new() },
            reference: None,
            taught: Taught::default(),
        };
        let trace = trace(&source, &segmenter);
        assert!(trace.facts.is_empty());
        assert_eq!(trace.sentences[0].refusal(&source, 0), Reason::Unclaimed);
    }
}
