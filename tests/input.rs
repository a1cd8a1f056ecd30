//! What the example binary takes, and what it says of what it cannot take.

mod binary;

use binary::{binary, folder, lines, run};
use encoding_rs::{BIG5, Encoding, GB18030};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const TEXT: &str = "全市（𠀀镇）实现工业总产值3646.47亿元，同比增长3.3%。\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn range(value: &Value) -> Range<usize> {
    let at = |index: usize| usize::try_from(value[index].as_u64().unwrap()).unwrap();
    at(0)..at(1)
}

/// The facts of a file's bytes are those of its text, and their bytes are found in the file.
fn same_facts(bytes: &[u8], arguments: &[&str], encoding: &'static Encoding, text: &str) -> Output {
    let output = run(arguments, bytes);
    let (found, plain) = (lines(&output), lines(&run(&[], text.as_bytes())));
    assert_eq!(found.len(), plain.len(), "{}", said(&output));
    for (mut fact, plain) in found.into_iter().zip(plain) {
        let file = fact.as_object_mut().unwrap().remove("file").unwrap();
        assert_eq!(fact, plain);
        assert_eq!(file["encoding"], encoding.name());
        for (bytes_there, span) in [(&file["byte"], &fact["span"]), (&file["quantity"]["byte"], &fact["quantity"]["span"])] {
            let there = encoding.decode_without_bom_handling(&bytes[range(bytes_there)]).0;
            assert_eq!(there, text[range(&span["byte"])]);
        }
    }
    output
}

#[test]
fn other_encodings_give_the_facts_of_the_text_and_their_places_in_the_file() {
    let marked = format!("\u{feff}{TEXT}");
    let gb18030 = GB18030.encode(TEXT).0;
    let output = same_facts(&gb18030, &[], GB18030, TEXT);
    assert_eq!(
        (output.status.code(), said(&output).as_str()),
        (Some(0), "extract: -: read as gb18030 (a guess; --encoding names another)\n")
    );
    let output = same_facts(&utf16(&marked, u16::to_le_bytes), &[], encoding_rs::UTF_16LE, &marked);
    assert_eq!(said(&output), "extract: -: read as UTF-16LE (by its byte order mark)\n");
    same_facts(&utf16(&marked, u16::to_be_bytes), &[], encoding_rs::UTF_16BE, &marked);
    let output = same_facts(&utf16(TEXT, u16::to_be_bytes), &["--encoding", "utf-16be"], encoding_rs::UTF_16BE, TEXT);
    assert_eq!(said(&output), "extract: -: read as UTF-16BE (by --encoding)\n");
    let traditional = "全年投資3億元，比上年增長5%。";
    same_facts(&BIG5.encode(traditional).0, &[], BIG5, traditional);
}

#[test]
fn plain_text_has_no_place_of_its_own_with_a_mark_or_without() {
    for text in [TEXT.to_owned(), format!("\u{feff}{TEXT}")] {
        let output = run(&[], text.as_bytes());
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
        for fact in lines(&output) {
            assert!(fact.get("file").is_none());
            assert_eq!(text[range(&fact["quantity"]["span"]["byte"])], fact["quantity"]["text"]);
        }
    }
}

#[test]
fn stages_tell_the_place_in_the_file_as_well() {
    let bytes = GB18030.encode("去年投资3亿元。").0;
    for (arguments, place) in [
        (&["--stage", "quantities"][..], json!([8, 13])),
        (&["--stage", "periods", "--date", "2024-01-01"], json!([0, 4])),
        (&["--explain=json"], json!([0, 13])),
    ] {
        assert_eq!(lines(&run(arguments, &bytes))[0]["file"], json!({"encoding": "gb18030", "byte": place}));
    }
    assert_eq!(run(&["--stage", "text"], &bytes).stdout, "去年投资3亿元。\n".as_bytes());
}

#[test]
fn pages_are_read_with_their_places() {
    let folder = folder("pages");
    let page = "<html><head><meta charset=gb2312><title>公报</title></head><body><div hidden>投资9亿元。</div>\
        <p>全市完成投资<b>3</b>&nbsp;646.47亿\n元，同比增长&#51;%。</p><table><tr><td><p>税收</p></td><td>5亿元</td></tr></table>";
    let bytes = GB18030.encode(page).0;
    fs::write(folder.join("page.html"), &bytes).unwrap();
    fs::write(folder.join("PAGE2.HTM"), "<p>投资6亿元。</p>").unwrap();
    fs::write(folder.join("text.txt"), "若a<b，投资7亿元。").unwrap();
    let output = run(&["--html", folder.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).ends_with("page.html: read as GBK (by its meta element)\n"), "{}", said(&output));
    let facts = lines(&output);
    let docs: Vec<_> = facts.iter().map(|fact| fact["doc"].as_str().unwrap()).collect();
    assert_eq!(docs, ["PAGE2.HTM", "page.html", "page.html", "page.html", "text.txt"]);
    assert_eq!(facts[0]["file"], json!({"encoding": "UTF-8", "byte": [3, 16], "quantity": {"byte": [9, 16]}}));
    let place = |fact: &Value| GB18030.decode_without_bom_handling(&bytes[range(&fact["file"]["quantity"]["byte"])]).0.into_owned();
    assert_eq!(facts[1..4].iter().map(place).collect::<Vec<_>>(), ["3</b>&nbsp;646.47亿\n元", "&#51;%", "5亿元"]);
    assert_eq!(facts[1]["quantity"]["number"], "364647000000");
    assert!(facts[4].get("file").is_none());
    // without the option neither folders nor standard input hold pages
    assert_eq!(lines(&run(&[folder.to_str().unwrap()], b"")).len(), 1);
    assert_eq!(run(&["--stage", "text"], b"<p>a</p>").stdout, b"<p>a</p>\n");
    assert_eq!(run(&["--stage", "text", "--html"], b"<p>a</p>").stdout, b"a\n");
    fs::remove_dir_all(folder).unwrap();
}

/// A file of some bytes, read beside a good one: how many facts of it, the exit status, and what is said.
#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_read() {
    let folder = folder("bad");
    let good = folder.join("good.txt");
    fs::write(&good, "投资3亿元。").unwrap();
    let table: [(&str, &[u8], usize, i32, &str); 7] = [
        ("empty.txt", b"", 0, 0, ""),
        ("blank.txt", b"\n \r\n\t", 0, 0, ""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0, 1, ": not text: a NUL at byte 8\n"),
        (
            "broken.txt",
            b"\xe6\x8a\x95\xe8\xb5\x84\xff3\xe4\xba\xbf\xe5\x85\x83\xe3\x80\x82\xff",
            1,
            1,
            ": read as UTF-8 (a guess; --encoding names another): 2 malformed, read as U+FFFD, the first at byte 6\n",
        ),
        (
            "broken-gb.txt",
            b"\xcd\xb6\xd7\xca\x81 \xcd\xb6\xd7\xca3\xd2\xda\xd4\xaa\xa1\xa3",
            1,
            1,
            ": read as gb18030 (a guess; --encoding names another): 1 malformed, read as U+FFFD, the first at byte 4\n",
        ),
        (
            "cut.txt",
            b"\xe6\x8a\x95\xe8\xb5\x843\xe4\xba\xbf\xe5\x85\x83\xe3\x80",
            1,
            1,
            ": 1 malformed, read as U+FFFD, the first at byte 13\n",
        ),
        ("gb.txt", b"\xcd\xb6\xd7\xca3\xd2\xda\xd4\xaa\xa1\xa3", 1, 0, ": read as gb18030 (a guess; --encoding names another)\n"),
    ];
    for (name, bytes, facts, status, reason) in table {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        let output = run(&[path.to_str().unwrap(), good.to_str().unwrap()], b"");
        let docs: Vec<_> = lines(&output).iter().map(|fact| fact["doc"].as_str().unwrap().to_owned()).collect();
        assert_eq!(docs.iter().filter(|doc| *doc == name).count(), facts, "{name}: {}", said(&output));
        assert_eq!(docs.last().map(String::as_str), Some("good.txt"), "{name}");
        assert_eq!(output.status.code(), Some(status), "{name}");
        if reason.is_empty() {
            assert_eq!(said(&output), "", "{name}");
        } else {
            assert!(said(&output).starts_with(&format!("extract: {}", path.display())), "{}", said(&output));
            assert!(said(&output).ends_with(reason), "{}", said(&output));
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn offsets_behind_what_is_malformed_are_right() {
    let bytes = b"\xcd\xb6\xd7\xca\x81 \xcd\xb6\xd7\xca3\xd2\xda\xd4\xaa\xa1\xa3";
    let facts = lines(&run(&[], bytes));
    let quantity = range(&facts[0]["file"]["quantity"]["byte"]);
    assert_eq!(&bytes[quantity], b"3\xd2\xda\xd4\xaa");
}

#[test]
fn bad_lines_of_json_are_told_with_their_numbers() {
    let input = b"\xef\xbb\xbf{\"text\":\"\xe6\x8a\x95\xe8\xb5\x845\xe4\xba\xbf\xe5\x85\x83\"}\n{\"text\":\"\xff\"}\n{\"text\":[[1]]}\n\
        {\"text\":\"\\ud800\"}\n[]\n{\"text\":\"\xe6\x9d\xa5\xe4\xba\x866\xe5\xae\xb6\xe3\x80\x82\"}\r\n{\"text\":";
    let output = run(&["--jsonl"], input);
    assert_eq!((lines(&output).len(), output.status.code()), (2, Some(1)));
    for line in [
        "-:2: not UTF-8 from byte 9 of the line on; JSON Lines are UTF-8",
        "-:3: field `text`: found a list, expected a text",
        "-:4: no JSON object: unexpected end of hex escape at column 16",
        "-:5: no JSON object: invalid type: sequence, expected a map at column 0",
        "-:7: no JSON object: EOF while parsing a value at column 8",
    ] {
        assert!(said(&output).contains(&format!("extract: {line}\n")), "{line} is not in\n{}", said(&output));
    }
    let output = run(&["--jsonl"], b"\xff\xfe{\0}\0");
    assert_eq!(
        (said(&output).as_str(), output.status.code()),
        ("extract: -: UTF-16, and JSON Lines are UTF-8: convert the file first\n", Some(1))
    );
}

#[test]
fn folders_are_read_as_far_as_they_go() {
    let folder = folder("folders");
    fs::create_dir_all(folder.join("deep")).unwrap();
    fs::write(folder.join("deep/good.txt"), "投资3亿元。").unwrap();
    let path = folder.to_str().unwrap();
    let output = run(&["--jsonl", path, "-"], "{\"text\":\"投资5亿元。\"}".as_bytes());
    assert_eq!((lines(&output).len(), output.status.code()), (1, Some(1)));
    assert_eq!(said(&output), format!("extract: {path}: a folder: --jsonl takes files, or - for standard input\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, symlink};
        // a file that went between listing and reading looks like a link to nothing
        symlink(folder.join("nowhere"), folder.join("gone.txt")).unwrap();
        symlink(&folder, folder.join("deep/loop")).unwrap();
        let output = run(&[path], b"");
        assert_eq!((lines(&output).len(), output.status.code()), (1, Some(1)));
        assert!(said(&output).contains("gone.txt: No such file") && said(&output).lines().count() == 1, "{}", said(&output));
        let locked = folder.join("locked");
        fs::create_dir(&locked).unwrap();
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        // root reads all the same: nothing to see then
        if fs::read_dir(&locked).is_err() {
            let output = run(&[path], b"");
            assert_eq!((lines(&output).len(), output.status.code()), (1, Some(1)));
            assert!(said(&output).contains("locked: Permission denied"), "{}", said(&output));
        }
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn wrong_names_and_pairs_of_options_are_usage() {
    for (arguments, reason) in [
        (&["--encoding", "klingon"][..], "no encoding of this name"),
        (&["--encoding", "iso-2022-jp"], "convert the file to UTF-8 first"),
        (&["--encoding", "gbk", "--jsonl"], "cannot be used with"),
        (&["--html", "--jsonl"], "cannot be used with"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(reason), "{}", said(&output));
    }
}

fn into(arguments: &[&str], output: impl Into<Stdio>, errors: impl Into<Stdio>) -> Output {
    let mut command = Command::new(binary());
    command.args(arguments).stdin(Stdio::null()).stdout(output).stderr(errors);
    command.spawn().unwrap().wait_with_output().unwrap()
}

#[test]
fn a_full_disk_and_a_closed_pipe_are_no_panic() {
    let folder = folder("out");
    let many = folder.join("many.jsonl");
    fs::write(&many, "{\"text\":\"投资5亿元，增长3%。\"}\n".repeat(400)).unwrap();
    let many = many.to_str().unwrap();
    let pack = format!("{}/fixtures/packs/blood.toml", env!("CARGO_MANIFEST_DIR"));
    for arguments in [&["--jsonl", many][..], &["--check", &pack]] {
        if Path::new("/dev/full").exists() {
            let full = || File::options().write(true).open("/dev/full").unwrap();
            let output = into(arguments, full(), Stdio::piped());
            assert_eq!(output.status.code(), Some(1));
            assert_eq!(said(&output), "extract: standard output: No space left on device (os error 28)\n");
            let none = folder.join("none.txt");
            assert_eq!(into(&[none.to_str().unwrap()], Stdio::null(), full()).status.code(), Some(1));
        }
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = into(arguments, writer, Stdio::piped());
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    }
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_that_takes_no_more_ends_with_a_whole_line() {
    let folder = folder("limit");
    let (many, out) = (folder.join("many.jsonl"), folder.join("out.jsonl"));
    fs::write(&many, "{\"text\":\"投资5亿元，增长3%。\"}\n".repeat(400)).unwrap();
    fs::write(&out, "{}\n").unwrap();
    let script = format!("trap '' XFSZ; ulimit -f 20; exec '{}' --jsonl '{}' >> '{}'", binary().display(), many.display(), out.display());
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(1), "extract: standard output: File too large (os error 27)\n"));
    let written = fs::read_to_string(&out).unwrap();
    assert!(written.starts_with("{}\n") && written.ends_with("}\n") && written.len() > 8_000, "{}", written.len());
    assert!(written.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
    fs::remove_dir_all(folder).unwrap();
}
