//! Pages in the example `extract`: the text is what a reader sees, and its map leads back into the page.

#[path = "../examples/extract/html/mod.rs"]
mod html;
#[path = "../examples/extract/offsets.rs"]
mod offsets;

use encoding_rs::{BIG5, GBK};
use std::time::{Duration, Instant};

fn text(page: &str) -> String {
    html::read(page).0
}

#[test]
fn a_page_is_what_its_reader_sees() {
    let table = [
        // the head, but for the title; what is no text
        (
            "<html><head><meta charset=utf-8><title>公报</title><style>p{}</style><script>if(a<b)x('</p>')</script></head><body><p>正文</p>",
            "公报\n\n正文",
        ),
        ("甲<script>乙</script><noscript>丙</noscript><template>丁</template><!-- 戊 --><svg><path/><text>己</text></svg>庚", "甲庚"),
        ("<select><option>一<option>二</select><textarea>三</textarea><iframe>四</iframe>五", "五"),
        // hidden, closed or not
        ("<p hidden>一<p>二<div style='color:red; Display : NONE'>三<div>四</div></div>五", "二\n\n五"),
        ("<ul><li style=\"display:none\">一<li>二</ul>", "二"),
        ("<table><tr hidden><td>一<tr><td>二</table>", "二"),
        ("<div hidden><table><tr><td></div>一</table></div>二", "二"),
        ("<span style='display:block'>一</span><span style='background:url(display:none.png)'>二</span>", "一二"),
        // lines
        ("一<br>二<br/>三", "一\n二\n三"),
        ("<div><p>一</p></div><div>二<p>三</div>", "一\n\n二\n\n\n三"),
        ("<h1>标题</h1>\n  <p>投资<b>5</b>亿\n  元</p>", "标题\n\n投资5亿元"),
        ("<p>GDP of\n  Hangzhou  rose", "GDP of Hangzhou rose"),
        ("<pre>a  b\nc</pre>", "a  b\nc"),
        // tables: cells of a row, with paragraphs in them, empty ones; a table that lays out the page
        ("<table><tr><th>地区<th>产值<tr><td>杭州<td>5亿元</table>", "地区\t产值\n\n杭州\t5亿元"),
        ("<table><tr><td><p>杭州</p></td>\n<td></td> <td><p> 5<br></p></td></tr></table>后", "杭州\t\t5\n\n后"),
        ("<table><tr><td>栏目<br>栏目</td><td><p>一</p><p>二</p></td><td>三</td></tr></table>", "栏目\n栏目\n\n一\n\n\n二\n\n三"),
        // character references
        ("3&nbsp;646&#46;4&#x37;亿&yen;&lt;b&gt;&amp;amp;", "3\u{a0}646.47亿¥<b>&amp;"),
        ("a&b &unknown; &;&#;&nbsp3646", "a&b &unknown; &;&#;\u{a0}3646"),
        ("\u{feff}<p>甲&#10;乙", "甲乙"),
    ];
    for (page, shown) in table {
        assert_eq!(text(page), shown, "{page}");
    }
}

#[test]
fn characters_lead_back_into_the_page() {
    let page = "<p>完成<b>投资</b>3&nbsp;6&#52;6.47亿\n 元&ensp;A</p><p>增长&nbsp3%";
    let (text, map) = html::read(page);
    assert_eq!(text, "完成投资3\u{a0}646.47亿元\u{2002}A\n\n增长\u{a0}3%");
    let source = |part: &str| {
        let at = text.find(part).unwrap();
        &page[map.source(at..at + part.len())]
    };
    for (part, bytes) in [
        ("投资", "投资"),
        ("成投", "成<b>投"),
        ("资3", "资</b>3"),
        ("\u{a0}", "&nbsp;"),
        ("646.47", "6&#52;6.47"),
        ("亿元", "亿\n 元"),
        ("A\n\n增", "A</p><p>增"),
        ("长\u{a0}3%", "长&nbsp3%"),
        ("3%", "3%"),
    ] {
        assert_eq!(source(part), bytes, "{part}");
    }
}

#[test]
fn every_character_that_is_not_made_up_is_in_its_place() {
    // pieces of pages strung together as they never should be
    let pieces = [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<br>",
        "<b",
        ">",
        "<",
        "&",
        "&amp;",
        "&lt",
        "投资",
        "5",
        " ",
        "\n",
        "\r\n",
        "</",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<![CDATA[",
        "\"",
        "=",
        "<svg>",
        "</svg>",
        "<li>",
        "<pre>",
        "</pre>",
    ];
    let mut seed = 11_u64;
    let mut next = |count: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % count
    };
    for _ in 0..5_000 {
        let page: String = (0..next(40)).map(|_| pieces[next(pieces.len())]).collect();
        let (text, map) = html::read(&page);
        let mut before = 0;
        for (at, c) in text.char_indices() {
            let bytes = map.source(at..at + c.len_utf8());
            assert!(before <= bytes.start && bytes.end <= page.len(), "{page:?}");
            let made = matches!(c, '\n' | '\t' | ' ') || page[bytes.clone()].starts_with('&');
            assert!(made || page[bytes.clone()] == *c.to_string(), "{c:?} at {bytes:?} of {page:?}");
            before = bytes.end;
        }
    }
}

#[test]
fn hostile_pages_take_no_more_than_their_length() {
    let table = [
        ("nested", "<div>".repeat(100_000) + "投资" + &"</div>".repeat(100_000)),
        ("unmatched", "<div>".repeat(100_000) + &"</span>".repeat(100_000) + "投资"),
        ("unclosed", "<p><b><li><td>".repeat(50_000) + "投资"),
        ("hidden", "<table hidden><tr><td>".repeat(50_000) + &"</table>".repeat(50_000) + "投资"),
        ("less", "<".repeat(1 << 20) + " 投资"),
        ("references", "&".repeat(1 << 19) + &"&#x;&a".repeat(100_000) + "投资"),
        ("attributes", format!("<p {}>投资", "a=b ".repeat(200_000))),
        ("names", format!("<p {}>投资", (0..100_000).map(|number| format!("a{number} ")).collect::<String>())),
        ("comments", "<!--".repeat(300_000) + "-->投资"),
        ("cells", format!("<table><tr>{}投资", "<td>".repeat(200_000))),
    ];
    for (name, page) in table {
        let start = Instant::now();
        assert!(text(&page).ends_with("投资"), "{name}");
        let took = start.elapsed();
        // a second and more without optimisation, on a busy machine; minutes if each tag looked at all before it
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    }
}

#[test]
fn a_page_names_its_encoding() {
    let declared = |page: &str| html::declared(page.as_bytes());
    assert_eq!(declared("<meta charset=\"gb2312\">"), Some(GBK));
    assert_eq!(declared("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset = big5'>"), Some(BIG5));
    // in a comment, in a script, of another kind, too late; what cannot be where this was read
    let late = " ".repeat(5000) + "<meta charset=gbk>";
    for page in [
        "<!-- <meta charset=gbk> -->",
        "<script>'<meta charset=gbk>'</script>",
        "<meta name=charset content=gbk>",
        "<meta charset=utf-16>",
        &late,
    ] {
        assert_eq!(declared(page), None, "{page}");
    }
}
