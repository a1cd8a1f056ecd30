//! What a rule pack owes: an error, or an extractor that keeps the laws of texts.

use super::text;
use hanfacts::Extractor;

/// A text with something for most rules.
const TEXT: &str = "2024年，全市完成港口投资3.2亿元，同比增长5%，占全省的12.5%，居全省第三位；其中新建泊位12个。";

/// Any bytes as the text of a pack.
pub(crate) fn any(bytes: &[u8]) {
    let pack = String::from_utf8_lossy(bytes);
    let with = || Extractor::builder().rules("pack.toml", &*pack);
    match with().build() {
        Ok(extractor) => {
            text::facts(&extractor, TEXT);
            // its own examples are the text most likely to fire its rules
            if let Ok(check) = with().check() {
                check.failures.iter().chain(&check.idle).for_each(|problem| assert!(!problem.to_string().is_empty()));
            }
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            for problem in error.problems() {
                assert!(!problem.to_string().is_empty());
            }
        }
    }
}
