//! The number by which a feature is looked up; the build script writes tables by it.

/// How many of the lowest bits of a place in a table say where the weights of its feature stand; the others are those of the hash.
pub(crate) const INDEX_BITS: u32 = 20;

/// FNV-1a over characters, mixed; the bits above the index are never all 0.
#[inline]
pub(crate) fn hash(template: char, args: &[char]) -> u64 {
    let fold = |hash: u64, c: char| (hash ^ c as u64).wrapping_mul(0x0000_0100_0000_01B3);
    let hash = args.iter().fold(fold(0xcbf2_9ce4_8422_2325, template), |hash, c| fold(hash, *c));
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1 << INDEX_BITS
}

/// The first place for a hash in a table of so many places, which is a power of two.
#[inline]
pub(crate) fn first_place(hash: u64, places: usize) -> usize {
    (hash >> 32) as usize & (places - 1)
}
