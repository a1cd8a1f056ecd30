//! Quantities in a list.

use super::resolve::Place;

impl Place<'_> {
    /// The place of this quantity among those that stand in one list with it, and their number.
    pub(super) fn place_in_list(&self) -> (usize, usize) {
        let list = self.list();
        (list.iter().position(|at| *at == self.mention().at).unwrap_or(0), list.len())
    }

    /// The tokens of the quantities that stand in one list with this one, without phrases between them.
    pub(super) fn list(&self) -> Vec<usize> {
        let classes = self.classes();
        let at = self.mention().at;
        let like = |other: usize| classes[other] == classes[at];
        let mut first = at;
        while first >= 2 && matches!(classes[first - 1], b'/' | b'&') && like(first - 2) {
            first -= 2;
        }
        let mut list = vec![first];
        let mut next = first;
        while next + 2 < classes.len() && matches!(classes[next + 1], b'/' | b'&') && like(next + 2) {
            next += 2;
            list.push(next);
        }
        list
    }
}
