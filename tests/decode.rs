//! Decoding in the example `extract`: the text is that of the standard's decoder, and its map leads back to the very bytes.

#[path = "../examples/extract/decode.rs"]
mod decode;
#[path = "../examples/extract/offsets.rs"]
mod offsets;

use decode::{Decoded, Ground, Malformed};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

fn decode(bytes: &[u8], forced: Option<&'static Encoding>) -> Result<Decoded, String> {
    decode::decode(bytes.to_vec(), forced, |_| None)
}

/// A character and the bytes that it was made of.
type Place = (char, [usize; 2]);

fn characters(decoded: &Decoded) -> Vec<Place> {
    let place = |(at, c): (usize, char)| {
        let span = at..at + c.len_utf8();
        let bytes = decoded.map.as_ref().map_or(span.clone(), |map| map.source(span));
        (c, [bytes.start, bytes.end])
    };
    decoded.text.char_indices().map(place).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn each_character_leads_back_to_its_bytes() {
    // 𠀀 takes two units of UTF-16 and four bytes of GB18030, 㐂 four bytes of GB18030
    let text = "投资A3亿，𠀀镇㐂！\n";
    let gb18030 = GB18030.encode(text).0.into_owned();
    let decoded = decode(&gb18030, None).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.ground), (text, GB18030, Ground::Guess));
    let found = characters(&decoded);
    let shown = [('资', [2, 4]), ('A', [4, 5]), ('，', [8, 10]), ('𠀀', [10, 14]), ('镇', [14, 16]), ('㐂', [16, 20]), ('\n', [22, 23])];
    for (c, bytes) in shown {
        assert!(found.contains(&(c, bytes)), "{c} in {found:?}");
    }
    for (forced, bytes) in [(UTF_16LE, utf16(text, u16::to_le_bytes)), (UTF_16BE, utf16(text, u16::to_be_bytes))] {
        let found = characters(&decode(&bytes, Some(forced)).unwrap());
        assert!(found.contains(&('𠀀', [12, 16])) && found.contains(&('镇', [16, 18])), "{found:?}");
    }
    let big5 = decode(b"\xa7\xeb\x88\x62\xb8\xea", Some(BIG5)).unwrap();
    // one pair of bytes, two characters
    assert_eq!(characters(&big5), [('投', [0, 2]), ('\u{ca}', [2, 4]), ('\u{304}', [2, 4]), ('資', [4, 6])]);
}

#[test]
fn a_malformed_sequence_shifts_nothing_behind_it() {
    let table: [(&[u8], &'static Encoding, &str, &[Place]); 5] = [
        // a lead byte before ASCII, which is kept
        (b"\xcd\xb6\xff5\xd2\xda", GB18030, "投\u{fffd}5亿", &[('\u{fffd}', [2, 3]), ('5', [3, 4]), ('亿', [4, 6])]),
        (b"\xcd\xb6\x815\xd2\xda", GB18030, "投\u{fffd}5亿", &[('\u{fffd}', [2, 3]), ('5', [3, 4]), ('亿', [4, 6])]),
        // four bytes given up at the fourth: all but the first are read again
        (b"abc\x8130 \xd2\xda", GB18030, "abc\u{fffd}30 亿", &[('\u{fffd}', [3, 4]), ('3', [4, 5]), ('亿', [7, 9])]),
        (b"\xcd\xb6\xd2\xda\x81", GB18030, "投亿\u{fffd}", &[('\u{fffd}', [4, 5])]),
        // half a surrogate pair, an odd byte at the end
        (
            b"\x40\xd8\x95\x62\x44\x8d\x44\x8d\x44\x8d\x44\x8d\x0a",
            UTF_16LE,
            "\u{fffd}投资资资资\u{fffd}",
            &[('投', [2, 4]), ('\u{fffd}', [12, 13])],
        ),
    ];
    for (bytes, encoding, text, places) in table {
        let decoded = decode(bytes, Some(encoding)).unwrap();
        assert_eq!(decoded.text, text);
        let found = characters(&decoded);
        assert!(places.iter().all(|place| found.contains(place)), "{found:?}");
    }
    let bytes = [b"A\xe6\x8a".as_slice(), "投资3亿元".as_bytes(), b"\xff", "！".as_bytes()].concat();
    let decoded = decode(&bytes, None).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.encoding), ("A\u{fffd}投资3亿元\u{fffd}！", UTF_8));
    assert_eq!(decoded.malformed, Malformed { count: 2, first: 1 });
    let found = characters(&decoded);
    assert!(found.contains(&('投', [3, 6])) && found.contains(&('！', [17, 20])), "{found:?}");
}

#[test]
fn any_bytes_give_what_the_standard_says_and_leave_no_gap() {
    let mut seed = 7_u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 56) as u8
    };
    for round in 0..300 {
        let length = round % 24;
        // bytes that begin, go on and break off sequences
        let mut bytes: Vec<u8> = (0..length).map(|_| if next() % 3 == 0 { b'0' + next() % 10 } else { next().max(b' ') }).collect();
        // so that the whole is text all the same
        bytes.resize(1500, b'a');
        for encoding in [GB18030, GBK, BIG5, SHIFT_JIS, EUC_KR, EUC_JP, UTF_16LE, UTF_16BE, UTF_8, WINDOWS_1252] {
            let decoded = decode(&bytes, Some(encoding)).unwrap();
            assert_eq!(decoded.text, encoding.decode_without_bom_handling(&bytes).0, "{} {:x?}", encoding.name(), &bytes[..length]);
            let mut at = 0;
            for (c, [start, end]) in characters(&decoded) {
                assert!(start == at || end == at, "{} {:x?}: {c:?} at {start}, not {at}", encoding.name(), &bytes[..length]);
                at = end;
            }
            assert_eq!(at, bytes.len(), "{} {:x?}", encoding.name(), &bytes[..length]);
        }
    }
}

#[test]
fn marks_win_over_guesses_and_names_over_marks() {
    let marked = |bytes: &[u8]| decode(bytes, None).map(|decoded| (decoded.encoding, decoded.ground, decoded.text)).unwrap();
    let text = "\u{feff}投资".to_owned();
    assert_eq!(marked("\u{feff}投资".as_bytes()), (UTF_8, Ground::Mark, text.clone()));
    assert_eq!(marked(&utf16("\u{feff}投资", u16::to_le_bytes)), (UTF_16LE, Ground::Mark, text.clone()));
    assert_eq!(marked(&utf16("\u{feff}投资", u16::to_be_bytes)), (UTF_16BE, Ground::Mark, text.clone()));
    assert_eq!(marked(b"\x84\x31\x95\x33\xcd\xb6\xd7\xca"), (GB18030, Ground::Mark, text.clone()));
    let forced = decode(&utf16(&text, u16::to_be_bytes), decode::named("utf-16").ok()).unwrap();
    assert_eq!((forced.encoding, forced.text), (UTF_16BE, text));
    assert_eq!(decode("投资".as_bytes(), Some(GBK)).unwrap().text, "鎶曡祫");
}

#[test]
fn short_texts_are_taken_for_chinese() {
    for text in ["投资3亿元", "增长3.3%", "5家", "同比下降", "下降1.2个百分点"] {
        let decoded = decode(&GB18030.encode(text).0, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, GB18030));
    }
    for text in ["全年投資3億元，比上年增長5%。", "營業收入達到12億元"] {
        let decoded = decode(&BIG5.encode(text).0, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, BIG5));
    }
}

#[test]
fn rubbish_is_no_text() {
    let table: [(&[u8], &str); 4] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text: a NUL at byte 8"),
        (b"\x01\x02\x03\x04abc", "not text: 4 of 7 characters are control characters"),
        (b"\xff\xfe\x00", "not UTF-16LE: 1 of 2 characters are malformed, the first at byte 2"),
        (b"5\0\xbf\x4e", "needs --encoding utf-16le or utf-16be"),
    ];
    for (bytes, said) in table {
        let reason = decode(bytes, None).unwrap_err();
        assert!(reason.contains(said), "{reason}");
    }
    assert!(decode::named("klingon").is_err() && decode::named("iso-2022-jp").is_err() && decode::named("hz-gb-2312").is_err());
    assert_eq!(decode::named("GB2312"), Ok(GBK));
}
