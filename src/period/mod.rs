//! Points and stretches of time as the text writes them. Their numerals count nothing.

mod scan;

pub(crate) use scan::scan;
