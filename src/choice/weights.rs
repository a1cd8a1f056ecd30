//! The weights of one slot, as a table by hash.

use super::hash::{first_place, hash};

/// The weight of every feature of a slot that has one: a table that the build script made, read where it lies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights {
    table: &'static [[u8; 8]],
    /// The highest weight of each template.
    most: &'static [[u8; 6]],
}

impl Weights {
    /// The weights of a table, and the highest of each template.
    pub(crate) const fn new(table: &'static [u8], most: &'static [u8]) -> Self {
        Self { table: table.as_chunks().0, most: most.as_chunks().0 }
    }

    /// The most that a feature of each of these templates can add up to.
    pub(crate) fn most(&self, templates: &str) -> i32 {
        let of = |[a, b, c, d, low, high]: &[u8; 6]| (u32::from_le_bytes([*a, *b, *c, *d]), i32::from(i16::from_le_bytes([*low, *high])));
        let most =
            |template: char| self.most.iter().map(of).find(|(other, _)| *other == template as u32).map_or(0, |(_, weight)| weight.max(0));
        templates.chars().map(most).sum()
    }

    /// The weight of a feature, 0 where it has none.
    pub(crate) fn of(&self, template: char, args: &[char]) -> i32 {
        let key = hash(template, args) & !0xFFFF;
        let mut at = first_place(key, self.table.len());
        loop {
            let place = u64::from_le_bytes(self.table[at]);
            if place & !0xFFFF == key {
                return i32::from(place as u16 as i16);
            }
            if place == 0 {
                return 0;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }
}

/// The weights of the slots that phrases fill, side by side: how a phrase begins and ends is told once for all of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct JointWeights {
    table: &'static [[u8; 8 + 2 * SLOTS]],
}

/// How many slots there are of that kind.
pub(crate) const SLOTS: usize = super::PHRASE_SLOTS.len();

impl JointWeights {
    /// The weights of a table.
    pub(super) const fn new(table: &'static [u8]) -> Self {
        Self { table: table.as_chunks().0 }
    }

    /// Adds the weights of a feature to the sums of the slots.
    pub(super) fn add(&self, sums: &mut [i32; SLOTS], template: char, args: &[char]) {
        let key = hash(template, args) & !0xFFFF;
        let mut at = first_place(key, self.table.len());
        loop {
            let (place, weights) = self.table[at].split_first_chunk().unwrap_or((&[0; 8], &[]));
            let place = u64::from_le_bytes(*place);
            if place == key {
                for (sum, weight) in sums.iter_mut().zip(weights.as_chunks().0) {
                    *sum += i32::from(i16::from_le_bytes(*weight));
                }
                return;
            }
            if place == 0 {
                return;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }
}
