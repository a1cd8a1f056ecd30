//! Quantities in a list.

use super::resolve::Place;

impl Place<'_> {
    /// The place of this quantity among those that stand in one list with it, every other token one of them, and their number.
    pub(super) fn place_in_list(&self) -> (usize, usize) {
        let classes = self.classes();
        let at = self.mention().at;
        let like = |other: usize| classes[other] == classes[at];
        let mut first = at;
        while first >= 2 && matches!(classes[first - 1], b'/' | b'&') && like(first - 2) {
            first -= 2;
        }
        let mut last = at;
        while last + 2 < classes.len() && matches!(classes[last + 1], b'/' | b'&') && like(last + 2) {
            last += 2;
        }
        ((at - first) / 2, (last - first) / 2 + 1)
    }
}
