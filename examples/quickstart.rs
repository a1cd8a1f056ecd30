//! The quantities of a sentence, with their values and offsets.

use hanfacts::Extractor;

fn main() {
    let source = "1-11月，全市进出口总额达2,453.9亿元，同比增长21.8%，其中出口约三分之二。";
    for fact in Extractor::new().extract(source).facts() {
        let quantity = &fact.quantity;
        println!("{:?} {} {} {:?} at {:?}", fact.kind, quantity.number, quantity.unit, quantity.bound, quantity.span.scalars());
    }
}
