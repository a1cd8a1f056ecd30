//! Where things stand, in each unit that somebody counts in: UTF-8 bytes, Unicode scalars, UTF-16 and line:column.
//!
//! `cargo run --release --example offsets`

use hanfacts::{Extractor, SourceIndex};

fn main() {
    // a line broken inside a number, full-width digits, a character beyond the basic plane
    let source = "𠮷林县全年完成投资３.5\n亿元，\n同比增长12.4%。";
    let document = Extractor::new().extract(source);
    let index = SourceIndex::new(source);
    println!("{:<10} {:<10} {:<10} {:<10} line:column", "text", "bytes", "scalars", "UTF-16");
    for fact in document.facts() {
        let (bytes, scalars) = (fact.quantity.span.bytes(), fact.quantity.span.scalars());
        // the law: the source at the span is what the fact claims, layout included
        assert_eq!(source[bytes.clone()].replace('\n', ""), *fact.quantity.text);
        assert_eq!(source.chars().skip(scalars.start).take(scalars.len()).collect::<String>(), source[bytes.clone()]);
        let utf16 = index.utf16(bytes.start)..index.utf16(bytes.end);
        let place = index.position(bytes.start);
        let columns = [format!("{bytes:?}"), format!("{scalars:?}"), format!("{utf16:?}")];
        println!("{:<10} {:<10} {:<10} {:<10} {}:{}", fact.quantity.text, columns[0], columns[1], columns[2], place.line, place.column);
    }
}
