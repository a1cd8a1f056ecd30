//! A table of observations for pandas, polars, R or DuckDB: level, growth, share and rank of one indicator, subject and period in one row.
//!
//! `cargo run --release --example data_frame > observations.csv`, then for instance `pandas.read_csv("observations.csv")`.

use hanfacts::{Extractor, OBSERVATIONS_CSV};

const ARTICLE: &str = "2023年，全县实现地区生产总值320.5亿元，同比增长6.1%，总量居全市第三；其中，第一产业增加值41.2亿元，增长4.0%，占地区生产总值的12.9%。\
    预计2024年地区生产总值达到340亿元。";

fn main() {
    let document = Extractor::new().extract_on(ARTICLE, "2024-02-20");
    print!("{}", OBSERVATIONS_CSV.header());
    for observation in &document.observations() {
        print!("{}", OBSERVATIONS_CSV.row("bulletin", observation));
    }
    for (column, meaning) in OBSERVATIONS_CSV.columns() {
        eprintln!("{column:<16} {meaning}");
    }
}
