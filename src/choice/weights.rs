//! The weights of one slot, as a table by hash.

use crate::error::Error;

/// The weight of every feature of a slot that has one.
#[derive(Debug)]
pub(crate) struct Weights {
    /// Hash and weight, by open addressing; the hash of an empty place is 0.
    places: Vec<(u64, i32)>,
}

impl Weights {
    /// Reads lines of `template args<TAB>weight`.
    ///
    /// # Errors
    /// Where a line has another form, or a feature stands there twice.
    pub(crate) fn new(file: &str, text: &str) -> Result<Self, Error> {
        let size = (2 * text.lines().count()).next_power_of_two().max(2);
        let mut table = Self { places: vec![(0, 0); size] };
        for (number, line) in text.lines().enumerate() {
            let key = || format!("line {}", number + 1);
            let expected = || Error::value(file, key(), line, "a template, a blank, its arguments, a tab and a weight");
            let (feature, weight) = line.split_once('\t').ok_or_else(expected)?;
            let mut letters = feature.chars();
            let template = letters.next().ok_or_else(expected)?;
            let args: Vec<char> = letters.skip(1).collect();
            let weight = weight.parse().map_err(|_| expected())?;
            if !table.insert(hash(template, &args), weight) {
                return Err(Error::value(file, key(), feature, "a feature that no line before has"));
            }
        }
        Ok(table)
    }

    fn insert(&mut self, hash: u64, weight: i32) -> bool {
        let at = self.place(hash);
        let free = self.places[at].0 == 0;
        self.places[at] = (hash, weight);
        free
    }

    /// Where a hash stands, or would.
    fn place(&self, hash: u64) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.places[at].0 != hash && self.places[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// The weight of a feature, 0 where it has none.
    pub(crate) fn of(&self, template: char, args: &[char]) -> i32 {
        let (found, weight) = self.places[self.place(hash(template, args))];
        if found == 0 { 0 } else { weight }
    }
}

/// FNV-1a over characters, mixed, never 0.
fn hash(template: char, args: &[char]) -> u64 {
    let fold = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01B3);
    let hash = args.iter().fold(fold(0xcbf2_9ce4_8422_2325, template), |hash, c| fold(hash, *c));
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1
}
