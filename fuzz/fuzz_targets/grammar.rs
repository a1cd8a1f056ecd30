//! Texts made of the pieces of the field: each byte chooses one.
#![no_main]

#[path = "../../tests/laws/mod.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::target("grammar", bytes));
