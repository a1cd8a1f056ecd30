//! Making a table of weights, for the build script; the crate itself reads it.

use super::hash::{first_place, hash};

/// The highest weight of each template, as a character of four bytes and a weight of two, in the order of the characters.
pub(crate) fn most(text: &str) -> Vec<u8> {
    let mut most = std::collections::BTreeMap::new();
    for line in text.lines() {
        let weight: Option<i16> = line.rsplit('\t').next().and_then(|weight| weight.parse().ok());
        if let (Some(template), Some(weight)) = (line.chars().next(), weight) {
            let known = most.entry(template).or_insert(weight);
            *known = weight.max(*known);
        }
    }
    most.into_iter().flat_map(|(template, weight)| (template as u32).to_le_bytes().into_iter().chain(weight.to_le_bytes())).collect()
}

/// The table of lines `template args<TAB>weight`: by open addressing, places of eight bytes, the weight in the lowest two, the hash in
/// the others, 0 where the place is empty.
///
/// # Errors
/// Where a line has another form, or a feature stands there twice.
pub(crate) fn table(file: &str, text: &str) -> Result<Vec<u8>, String> {
    let size = (2 * text.lines().count()).next_power_of_two().max(2);
    let mut places = vec![0u64; size];
    for (number, line) in text.lines().enumerate() {
        let refused = |expected: &str| format!("{file}: line {}: found {line:?}, expected {expected}", number + 1);
        let expected = || refused("a template, a blank, its arguments, a tab and a weight");
        let (feature, weight) = line.split_once('\t').ok_or_else(expected)?;
        let mut letters = feature.chars();
        let template = letters.next().ok_or_else(expected)?;
        let args: Vec<char> = letters.skip(1).collect();
        let weight: i16 = weight.parse().map_err(|_| expected())?;
        let key = hash(template, &args) & !0xFFFF;
        let mut at = first_place(key, size);
        while places[at] != 0 {
            if places[at] & !0xFFFF == key {
                return Err(refused("a feature that no line before has"));
            }
            at = (at + 1) & (size - 1);
        }
        places[at] = key | u64::from(weight as u16);
    }
    Ok(places.into_iter().flat_map(u64::to_le_bytes).collect())
}

/// One table of several files: behind the hash of a feature its weight in each of them, 0 where it has none.
pub(crate) fn joint_table(files: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let mut weights: std::collections::BTreeMap<u64, Vec<i16>> = std::collections::BTreeMap::new();
    for (number, (file, text)) in files.iter().enumerate() {
        for place in table(file, text)?.as_chunks().0.iter().map(|place| u64::from_le_bytes(*place)).filter(|place| *place != 0) {
            weights.entry(place & !0xFFFF).or_insert_with(|| vec![0; files.len()])[number] = place as u16 as i16;
        }
    }
    let size = (2 * weights.len()).next_power_of_two().max(2);
    let mut places: Vec<Option<(u64, Vec<i16>)>> = vec![None; size];
    for (key, weights) in weights {
        let mut at = first_place(key, size);
        while places[at].is_some() {
            at = (at + 1) & (size - 1);
        }
        places[at] = Some((key, weights));
    }
    let empty = vec![0; files.len()];
    let bytes = |place: &Option<(u64, Vec<i16>)>| {
        let (key, weights) = place.as_ref().map_or((0, &empty), |(key, weights)| (*key, weights));
        key.to_le_bytes().into_iter().chain(weights.iter().flat_map(|weight| weight.to_le_bytes())).collect::<Vec<u8>>()
    };
    Ok(places.iter().flat_map(bytes).collect())
}
