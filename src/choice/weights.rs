//! Weights as a table by hash.

use super::Features;
use super::hash::{INDEX_BITS, first_place};

/// The weights of features in `N` columns, side by side: what is told of a candidate is looked up once for all of them. A table that
/// the build script made, read where it lies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<const N: usize> {
    places: &'static [[u8; 8]],
    rows: &'static [[[u8; 2]; N]],
}

impl<const N: usize> Weights<N> {
    /// The weights of a table.
    pub(super) const fn new(places: &'static [u8], weights: &'static [u8]) -> Self {
        Self { places: places.as_chunks().0, rows: weights.as_chunks().0.as_chunks().0 }
    }

    /// The sums of the weights of features, by column.
    pub(crate) fn sums(&self, features: &Features) -> [i32; N] {
        let mut sums = [0; N];
        for row in features.numbers.iter().filter_map(|number| self.row(*number)) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(i16::from_le_bytes(*weight));
            }
        }
        sums
    }

    /// The sum of the weights of features in a column.
    pub(crate) fn sum(&self, column: usize, features: &Features) -> i32 {
        let rows = features.numbers.iter().filter_map(|number| self.row(*number));
        rows.map(|row| i32::from(i16::from_le_bytes(row[column]))).sum()
    }

    /// The weights of the feature with this number, if it has any.
    #[inline]
    fn row(&self, number: u64) -> Option<&'static [[u8; 2]; N]> {
        let index = (1 << INDEX_BITS) - 1;
        let mut at = first_place(number, self.places.len());
        loop {
            let place = u64::from_le_bytes(self.places[at & (self.places.len() - 1)]);
            if (place ^ number) <= index {
                return self.rows.get((place & index) as usize);
            }
            if place == 0 {
                return None;
            }
            at += 1;
        }
    }
}

/// The highest weight of each template of a slot, as the build script wrote it: the template, and the weight.
pub(super) type Most = [[u8; 6]];

/// The most that a feature of each of these templates can add up to.
pub(super) fn most(known: &Most, templates: &str) -> i32 {
    let of = |[a, b, c, d, low, high]: &[u8; 6]| (u32::from_le_bytes([*a, *b, *c, *d]), i32::from(i16::from_le_bytes([*low, *high])));
    let most = |template: char| known.iter().map(of).find(|(other, _)| *other == template as u32).map_or(0, |(_, weight)| weight.max(0));
    templates.chars().map(most).sum()
}
