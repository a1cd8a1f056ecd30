//! The facts of a sentence: what was measured, how much, and where it stands.

use hanfacts::Extractor;

fn main() {
    let source = "1-11月，全市进出口总额达2,453.9亿元，同比增长21.8%，其中出口约三分之二。";
    for fact in Extractor::new().extract(source).facts() {
        let indicator = fact.indicator.as_ref().map_or("?", |slot| slot.text.as_str());
        let quantity = &fact.quantity;
        println!("{indicator}: {:?} {} {} at {:?}", fact.kind, quantity.number, quantity.unit, quantity.span.scalars());
    }
}
