//! Words by class, and the words of the field that the segmenter's dictionary lacks.

use super::matcher::Endings;
use super::schema;
use crate::pack::CLASSES;
use crate::text::CharSet;
use rustc_hash::FxHashMap;

/// A word for the dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Added {
    pub(crate) word: String,
    pub(crate) tag: &'static str,
    /// It wins over its parts and over words that overlap it.
    pub(crate) heavy: bool,
}

/// Words with the classes that the rules read.
#[derive(Debug)]
pub(crate) struct WordTable {
    classes: FxHashMap<String, u8>,
    /// The last characters of the cues that words are fused with.
    cue_ends: CharSet,
    split: FxHashMap<String, Vec<String>>,
    heavy: Vec<String>,
    region_suffixes: Endings,
    statistics: Endings,
    noun_ends: Vec<String>,
    local_periods: Vec<String>,
    plan_nouns: Vec<String>,
    object_marks: Vec<String>,
    done: Vec<String>,
    ties: Vec<String>,
    targets: Vec<String>,
    forecasts: Vec<String>,
    yoy_bases: Vec<String>,
    sequential_bases: Vec<String>,
    reference_bases: Vec<String>,
    part_rates: Endings,
    /// Words that say that something is a share.
    shares: Vec<String>,
    exceeded: Vec<String>,
    means: Vec<String>,
}

impl WordTable {
    pub(super) fn new(mut data: schema::Words) -> Self {
        let mut list = |key: &str| data.lists.remove(key).unwrap_or_default();
        let (targets, forecasts) = (list("target"), list("forecast"));
        let mut classes: FxHashMap<String, u8> = FxHashMap::default();
        for class in &CLASSES {
            let words = match class.list {
                Some("target") => targets.clone(),
                Some("forecast") => forecasts.clone(),
                Some(key) => list(key),
                None => Vec::new(),
            };
            classes.extend(words.into_iter().map(|word| (word, class.letter)));
        }
        let cues = classes.iter().filter(|(_, class)| matches!(class, b'G' | b'D'));
        let shares = classes.iter().filter(|(_, class)| matches!(class, b'S' | b's')).map(|(word, _)| word.clone()).collect();
        Self {
            cue_ends: cues.filter_map(|(word, _)| word.chars().next_back()).collect(),
            classes,
            heavy: list("heavy"),
            region_suffixes: Endings::new(list("region_suffix").iter().map(String::as_str)),
            statistics: Endings::new(list("statistic").iter().map(String::as_str)),
            noun_ends: list("noun_end"),
            local_periods: list("local_period"),
            plan_nouns: list("plan_noun"),
            object_marks: list("object_mark"),
            done: list("done"),
            ties: list("tie"),
            targets,
            forecasts,
            yoy_bases: list("yoy_base"),
            sequential_bases: list("sequential_base"),
            reference_bases: list("reference_base"),
            part_rates: Endings::new(list("part_rate").iter().map(String::as_str)),
            shares,
            exceeded: list("exceeded"),
            means: list("mean"),
            split: data.split.into_iter().collect(),
        }
    }

    /// The class of a word that a list names.
    pub(crate) fn class(&self, word: &str) -> Option<u8> {
        self.classes.get(word).copied().or_else(|| self.region_suffixes.close(word).then_some(b'r'))
    }

    /// Whether a word names a statistic (覆盖率, 投资额).
    pub(crate) fn is_statistic(&self, word: &str) -> bool {
        self.statistics.before(word, word.len()).is_some()
    }

    /// Whether a word of one character ends nouns (气象|站, 外贸|箱).
    pub(crate) fn is_noun_end(&self, word: &str) -> bool {
        self.noun_ends.iter().any(|end| end == word)
    }

    /// The parts of a word that the segmenter fuses.
    pub(crate) fn parts(&self, word: &str) -> Option<&[String]> {
        self.split.get(word).map(Vec::as_slice)
    }

    /// Whether a verb of ranks says that others have the same place.
    pub(crate) fn ties(&self, word: &str) -> bool {
        self.ties.iter().any(|tie| tie == word)
    }

    /// Whether a word aims at something.
    pub(crate) fn aims(&self, word: &str) -> bool {
        self.targets.iter().any(|target| target == word)
    }

    /// Whether a word expects something.
    pub(crate) fn expects(&self, word: &str) -> bool {
        self.forecasts.iter().any(|forecast| forecast == word)
    }

    /// The class of a base that says by itself what it is (去年同期, 上月).
    pub(crate) fn base_class(&self, base: &str) -> Option<u8> {
        let find = |list: &[String]| list.iter().any(|word| base.contains(word.as_str()));
        if self.reference_bases.iter().any(|end| base.ends_with(end.as_str())) {
            Some(b'c')
        } else if find(&self.yoy_bases) {
            Some(b'Y')
        } else if find(&self.sequential_bases) {
            Some(b'H')
        } else {
            None
        }
    }

    /// Whether a word weighs more than its parts.
    pub(crate) fn is_heavy(&self, word: &str) -> bool {
        self.heavy.iter().any(|heavy| heavy == word)
    }

    /// Where the cue begins that a word ends with, if it is more than the cue (价格下降, 指跌).
    pub(crate) fn fused_cue(&self, word: &str) -> Option<usize> {
        if !word.chars().next_back().is_some_and(|c| self.cue_ends.has(c)) {
            return None;
        }
        let mut starts = word.char_indices().rev().map(|(at, _)| at).take(2).filter(|at| *at > 0);
        starts.find(|at| matches!(self.classes.get(&word[*at..]), Some(b'G' | b'D')) && (word.len() - at > 3 || word.len() <= 6))
    }

    /// Where a guessed word falls into a comparison or 占 and the rest, in either order (比省, 占归母; 价格比).
    pub(crate) fn fused_joint(&self, word: &str) -> Option<usize> {
        let joint = |part: &str| matches!(self.classes.get(part), Some(b'c' | b'S' | b'K'));
        let first = word.chars().next()?.len_utf8();
        let (last, _) = word.char_indices().next_back().filter(|(at, _)| *at > 0)?;
        if joint(&word[..first]) { Some(first) } else { Some(last).filter(|last| joint(&word[*last..])) }
    }

    /// Whether a period holds for the quantity right behind it only (上年同期).
    pub(crate) fn is_local_period(&self, period: &str) -> bool {
        self.local_periods.iter().any(|word| period.contains(word.as_str()))
    }

    /// Whether a word that aims or expects is a noun as well (计划, 目标).
    pub(crate) fn is_plan_noun(&self, word: &str) -> bool {
        self.plan_nouns.iter().any(|noun| noun == word)
    }

    /// Whether a word that expects also marks an object (将).
    pub(crate) fn marks_object(&self, word: &str) -> bool {
        self.object_marks.iter().any(|mark| mark == word)
    }

    /// Whether a particle or adverb says that something has been done (了, 已).
    pub(crate) fn is_done(&self, word: &str) -> bool {
        self.done.iter().any(|done| done == word)
    }

    /// Whether an indicator is a part of a whole, all of it at most (合格率).
    pub(crate) fn is_part_rate(&self, indicator: &str) -> bool {
        self.part_rates.before(indicator, indicator.len()).is_some()
    }

    /// Whether a text says that something is a share of something (占, 比重).
    pub(crate) fn tells_share(&self, text: &str) -> bool {
        self.shares.iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether more than all of it can be reached (年度计划).
    pub(crate) fn can_be_exceeded(&self, whole: &str) -> bool {
        self.exceeded.iter().any(|word| whole.contains(word.as_str()))
    }

    /// Whether an indicator is a mean, a price or a rate, which parts may exceed.
    pub(crate) fn is_mean(&self, indicator: &str) -> bool {
        self.means.iter().any(|word| indicator.contains(word.as_str()))
    }

    /// Words for the segmenter's dictionary, with their tags.
    pub(crate) fn dictionary(&self) -> Vec<Added> {
        let listed = self.classes.iter().filter(|(word, _)| word.chars().count() > 1).map(|(word, class)| {
            let tag = match class {
                b'n' | b'g' | b'k' | b's' | b'j' => "n",
                b'r' => "ns",
                b'd' | b'L' => "d",
                _ => "v",
            };
            Added { word: word.clone(), tag, heavy: self.is_heavy(word) }
        });
        let mut words: Vec<_> = listed.collect();
        words.sort_by(|a, b| a.word.cmp(&b.word));
        words
    }
}
