//! The number by which a feature is looked up; the build script writes tables by it.

/// FNV-1a over characters, mixed; the high 48 bits are never all 0.
pub(crate) fn hash(template: char, args: &[char]) -> u64 {
    let fold = |hash: u64, c: char| (hash ^ c as u64).wrapping_mul(0x0000_0100_0000_01B3);
    let hash = args.iter().fold(fold(0xcbf2_9ce4_8422_2325, template), |hash, c| fold(hash, *c));
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1 << 16
}

/// The first place for a hash in a table of so many places, which is a power of two.
pub(crate) fn first_place(hash: u64, places: usize) -> usize {
    (hash >> 32) as usize & (places - 1)
}
