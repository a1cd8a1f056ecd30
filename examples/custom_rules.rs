//! Facts of a field that the built-in data does not know: a blood service, with a pack of ten lines.

use hanfacts::Extractor;

const PACK: &str = r#"
version = 1
unit = [{ surfaces = ["治疗量"], dimension = "count" }]
words = { nouns = ["机采血小板"], up = ["走旺"], 1 = ["临床发放"] }
names = { phrases = ["三十里堡"] }

[[rule]]
name = "blood.issued"
kind = "level"
pattern = '(?P<predicate>1)(?P<indicator>[nb]+)(?P<quantity>Q)'
examples = ["临床发放红细胞1800治疗量。"]
counter = ["库存红细胞1800治疗量。"]
"#;

fn main() -> Result<(), hanfacts::Error> {
    let extractor = Extractor::builder().rules("blood.toml", PACK).build()?;
    let text = "三十里堡献血点采集机采血小板2300治疗量，同比走旺8%；临床发放红细胞1800治疗量。";
    for fact in extractor.extract(text).facts() {
        let indicator = fact.indicator.as_ref().map_or("–", |slot| slot.text.as_str());
        println!("{indicator}\t{}\t{}", fact.quantity.text, fact.rule);
    }
    Ok(())
}
