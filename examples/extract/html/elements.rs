//! Which elements are open, as far as it tells what is shown: the part of HTML's tree building that leaves tags out.

use std::collections::HashMap;

/// What an element does to the lines of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Inline,
    Block,
    Row,
    Cell,
    Line,
}

impl Kind {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"br" => Self::Line,
            b"td" | b"th" => Self::Cell,
            b"tr" | b"table" | b"tbody" | b"thead" | b"tfoot" => Self::Row,
            _ if BLOCKS.contains(&name) => Self::Block,
            _ => Self::Inline,
        }
    }
}

const BLOCKS: [&[u8]; 45] = [
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dialog",
    b"dir",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hgroup",
    b"hr",
    b"html",
    b"legend",
    b"li",
    b"listing",
    b"main",
    b"menu",
    b"nav",
    b"ol",
    b"optgroup",
    b"option",
    b"p",
    b"pre",
    b"search",
    b"section",
    b"summary",
    b"title",
    b"ul",
];

/// Elements without content.
const VOID: [&[u8]; 14] =
    [b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source", b"track", b"wbr"];

/// Elements whose content is no text of the page. Of the head only the title is text.
const UNSEEN: [&[u8]; 17] = [
    b"audio",
    b"canvas",
    b"datalist",
    b"iframe",
    b"noembed",
    b"noframes",
    b"noscript",
    b"object",
    b"rp",
    b"rt",
    b"script",
    b"select",
    b"style",
    b"svg",
    b"template",
    b"textarea",
    b"video",
];

/// Elements that no end tag of theirs outside reaches through.
const WALLS: [&[u8]; 6] = [b"table", b"td", b"th", b"caption", b"template", b"button"];
const TABLE: [&[u8]; 8] = [b"table", b"caption", b"tbody", b"thead", b"tfoot", b"tr", b"td", b"th"];

/// What a start tag closes where its end tag was left out, and what keeps it from doing so.
fn implied(name: &[u8]) -> (&'static [&'static [u8]], &'static [&'static [u8]]) {
    match name {
        b"li" => (&[b"li"], &[b"ul", b"ol", b"menu", b"dir", b"table", b"td", b"th"]),
        b"dt" | b"dd" => (&[b"dt", b"dd"], &[b"dl", b"table", b"td", b"th"]),
        b"td" | b"th" => (&[b"td", b"th"], &[b"table"]),
        b"tr" => (&[b"tr", b"td", b"th"], &[b"table"]),
        b"tbody" | b"thead" | b"tfoot" => (&[b"tbody", b"thead", b"tfoot", b"tr", b"td", b"th"], &[b"table"]),
        _ => (&[], &[]),
    }
}

struct Open {
    name: Vec<u8>,
    unseen: bool,
    wall: bool,
}

/// The open elements; every question is answered without walking through them.
#[derive(Default)]
pub(super) struct Elements {
    stack: Vec<Open>,
    /// Where each name stands in the stack.
    places: HashMap<Vec<u8>, Vec<usize>>,
    walls: Vec<usize>,
    unseen: usize,
}

impl Elements {
    /// Whether text is shown here.
    pub(super) fn shown(&self) -> bool {
        self.unseen == 0
    }

    /// Whether white space counts here.
    pub(super) fn preformatted(&self) -> bool {
        self.last(b"pre").is_some()
    }

    /// Opens an element; whether it is shown.
    pub(super) fn open(&mut self, name: &[u8], hidden: bool, self_closing: bool) -> bool {
        let unseen = hidden || UNSEEN.contains(&name);
        // only what is drawn ends itself by a slash
        let drawn = self_closing && (name == b"svg" || self.last(b"svg").is_some());
        if !VOID.contains(&name) && !drawn {
            let place = self.stack.len();
            let wall = WALLS.contains(&name);
            self.stack.push(Open { name: name.to_owned(), unseen, wall });
            self.places.entry(name.to_owned()).or_default().push(place);
            self.unseen += usize::from(unseen);
            if wall {
                self.walls.push(place);
            }
            return self.shown();
        }
        self.shown() && !unseen
    }

    /// Closes the element that an end tag means, with all that was left open inside it.
    pub(super) fn close(&mut self, name: &[u8]) {
        let Some(place) = self.last(name) else { return };
        let inside = self.walls.last().is_none_or(|wall| place >= *wall);
        if inside || TABLE.contains(&name) {
            self.cut(place);
        }
    }

    /// Closes what a start tag closes; whether that was anything.
    pub(super) fn imply(&mut self, name: &[u8]) -> bool {
        let before = self.stack.len();
        let (closed, bounds) = implied(name);
        let bound = bounds.iter().filter_map(|bound| self.last(bound)).max();
        let place = closed.iter().filter_map(|closed| self.first_after(closed, bound)).min();
        if let Some(place) = place {
            self.cut(place);
        }
        let ends_paragraph = matches!(Kind::of(name), Kind::Block) && !matches!(name, b"option" | b"optgroup" | b"caption");
        if ends_paragraph || name == b"table" {
            let paragraph = self.last(b"p").filter(|place| self.walls.last().is_none_or(|wall| place > wall));
            if let Some(place) = paragraph {
                self.cut(place);
            }
        }
        self.stack.len() < before
    }

    fn last(&self, name: &[u8]) -> Option<usize> {
        self.places.get(name)?.last().copied()
    }

    /// The first open element of a name behind a place of the stack.
    fn first_after(&self, name: &[u8], bound: Option<usize>) -> Option<usize> {
        let places = self.places.get(name)?;
        let from = bound.map_or(0, |bound| places.partition_point(|place| *place <= bound));
        places.get(from).copied()
    }

    fn cut(&mut self, place: usize) {
        for open in self.stack.drain(place..).rev() {
            self.places.entry(open.name).or_default().pop();
            self.unseen -= usize::from(open.unseen);
            if open.wall {
                self.walls.pop();
            }
        }
    }
}
