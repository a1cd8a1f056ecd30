//! The format of packs, version 1: every key, what it holds and what it is for. The built-in data is in this format.

use super::VERSION;
use super::shape::{Beside, Field, Kind, Shape, beside, may, needed, of};

const WORDS: Shape = Shape::Texts(Kind::Surface);
const SLOT: Shape = Shape::Text(Kind::Slot);

/// The dimensions of quantities, as the output names them.
pub(super) const DIMENSIONS: &[&str] = &[
    "currency",
    "ratio",
    "points",
    "multiple",
    "count",
    "area",
    "length",
    "volume",
    "mass",
    "energy",
    "power",
    "time",
    "temperature",
    "angle",
    "speed",
    "flow",
    "pressure",
    "frequency",
    "voltage",
    "current",
    "charge",
    "data",
    "data_rate",
    "resolution",
    "index",
    "concentration",
    "sound",
    "luminance",
    "force",
    "radiation",
    "acidity",
    "price",
    "rate",
    "rank",
    "none",
];
const BOUNDS: &[&str] = &["exact", "about", "gt", "ge", "lt", "le"];
const KINDS: &[&str] = &["level", "change", "share", "rank"];

const SAYINGS: &[&str] = &["level", "change", "share", "rank", "none"];

const fn one(list: &'static [&'static str]) -> Shape {
    Shape::Text(Kind::One(list))
}

const UNIT: &[Field] = &[
    beside(
        Beside::Any("prefixes"),
        of("unit", may("surfaces", WORDS, "ways to write it; one that begins with 个 and goes on says that 个 may stand before it")),
    ),
    beside(Beside::Any("surfaces"), of("unit prefix", may("prefixes", WORDS, "ways to write it before the number (¥680)"))),
    needed("dimension", one(DIMENSIONS), "what it measures"),
    beside(
        Beside::With("ratio"),
        may("code", Shape::Text(Kind::Code), "the UCUM or ISO 4217 code of the unit that canonical values are given in"),
    ),
    beside(Beside::With("code"), may("ratio", Shape::Text(Kind::Ratio), "what one is worth in `code`: a decimal or a fraction")),
    may("not_before", WORDS, "no unit where the text goes on with one of these"),
    may("not_after_han", Shape::Flag, "no unit after Han numerals"),
    may("elides", Shape::Flag, "one digit behind it is a tenth (一米七)"),
    may("parts", Shape::Map(Kind::Ratio), "smaller units that may follow with a number of their own, and their worth in this one"),
];

const LEAD: &[Field] = &[
    of("lead", needed("surface", Shape::Text(Kind::Surface), "a word before the number that turns its unit or sign (零下)")),
    needed("units", WORDS, "the units that it goes with"),
    may("becomes", Shape::Text(Kind::Surface), "the unit that it makes of them"),
    may("negative", Shape::Flag, "the number is below zero"),
];

const PHRASE: &[Field] = &[
    of("phrase", needed("surfaces", WORDS, "words that are a quantity without a numeral (持平, 翻番)")),
    needed("number", Shape::Text(Kind::Decimal), "their number"),
    needed("unit", SLOT, "their unit"),
    needed("dimension", one(DIMENSIONS), "what they measure"),
    may("not_before", WORDS, "none where the text goes on with one of these"),
    may("not_after", WORDS, "none behind one of these"),
    may("head", Shape::Text(Kind::Surface), "the head of the surface that bounds it and stays outside (过 of 过半)"),
    may("bound", one(BOUNDS), "how the head bounds it"),
    may("closes_clause", Shape::Flag, "only at the end of a clause, or before 的"),
];

const BOUND: &[Field] = &[
    needed("bound", one(BOUNDS), "how the words bound a number"),
    beside(Beside::Any("after"), of("bound before", may("before", WORDS, "words before the number"))),
    beside(Beside::Any("before"), of("bound after", may("after", WORDS, "words behind it"))),
    may("not_after", WORDS, "`before` does not count behind one of these (最近, 通过)"),
];

const FLOATING: &[Field] = &[
    needed("bound", one(BOUNDS), "how the words bound a number"),
    of("floating", needed("words", WORDS, "adverbs that bound a number behind a short verb (至少需要3亿元)")),
];

const NAMES: &[Field] = &[
    of("name", may("phrases", WORDS, "names and fixed phrases that hold a numeral, of which nothing is counted")),
    may("label_after", WORDS, "a bare number with one of these behind it is a label"),
    may("label_before", WORDS, "a bare number behind one of these is a label"),
    may("programme_after", WORDS, "a span of time with one of these behind it names a programme (三年行动)"),
    may("rank_before", WORDS, "what makes an ordinal in its clause a rank"),
    may("rank_after", WORDS, "what may stand right behind an ordinal that ranks"),
    may("policy_before", WORDS, "what makes a number of articles the name of a policy (新政25条)"),
    may("address", WORDS, "measure words that a digit behind them makes part of an address (3栋502)"),
    may("pointed", WORDS, "words before 一 that make it point rather than count (那一年)"),
];

const CUES: &[Field] = &[
    may("index", WORDS, "nouns whose value is a bare number (指数, 得分)"),
    may("reaches", WORDS, "words between such a noun and its value"),
    may("moves", WORDS, "what may follow such a value where it moves on (由1.45降至1.22)"),
    may("one_not_after", WORDS, "behind one of these, 一 and a measure word count nothing"),
    may("one_vague", WORDS, "measure words with which 一 counts nothing"),
];

const FORMS: &[Field] = &[
    may("tenth_not_before", WORDS, "成 before one of these is no tenth"),
    may("discount_not_before", WORDS, "折 before one of these is no discount"),
    may("half_not_before", WORDS, "半 before one of these is no half"),
    may("more_not_before", WORDS, "多 and 余 before one of these do not say that there is more"),
    may("decimals_not_before", WORDS, "digits behind a unit are no decimals of it before one of these"),
    may("range", WORDS, "what joins the two ends of a range"),
    may("moves", WORDS, "verbs behind which a sum is how much something moved"),
    may("arrives", WORDS, "what joins it to where it arrived"),
    may("both_bounds", WORDS, "what may stand between two bounds"),
    may("list", WORDS, "what joins the members of a list that share a unit"),
    may("multiplies", WORDS, "verbs that make 番 a multiple"),
    may("closes_sum", WORDS, "what closes a sum of money"),
    may("rank_units", WORDS, "units that an ordinal takes"),
    may("ordinal_range", WORDS, "what an ordinal goes on over to the next"),
    may("letters", Shape::Powers(0, 28), "magnitudes in Latin letters and their powers of ten"),
];

const fn class(key: &'static str, about: &'static str) -> Field {
    of("word", may(key, WORDS, about))
}

/// The lists of words; those of the group `word` give classes (see [`super::class::CLASSES`]).
pub(super) const WORD_LISTS: &[Field] = &[
    class("nouns", "nouns that the dictionary lacks or cuts, indicators above all; class n"),
    class("up", "verbs of growth; class G"),
    class("down", "verbs of decline; class D"),
    class("more", "adjectives that are cues of growth behind a comparison; class a"),
    class("less", "adjectives that are cues of decline behind a comparison; class y"),
    class("up_noun", "nouns of growth; class g"),
    class("down_noun", "nouns of decline; class k"),
    class("above", "verbs that say that something is above another; class X"),
    class("below", "verbs that say that something is below another; class Z"),
    class("yoy", "year on year; class Y"),
    class("sequential", "on the period before; class H"),
    class("average", "on average; class M"),
    class("compare", "what opens a comparison; class c"),
    class("arrive", "verbs that arrive at a level; class A"),
    class("reach", "verbs that state a level of the phrase before them; class E"),
    class("govern", "verbs that carry a quantity of the phrase behind them; class V"),
    class("dual", "verbs that as often are nouns; class j"),
    class("plain", "verbs that only say that it is so; class I"),
    class("share", "verbs of shares; class S"),
    class("share_noun", "nouns of shares; class s"),
    class("proportion", "nouns of a rate, or of a share where 占 governs it; class x"),
    class("rank", "verbs of ranks; class K"),
    class("each", "each of a list; class L"),
    class("breakdown", "of which; class C"),
    class("target", "words of aims; class o"),
    class("forecast", "words of forecasts; class p"),
    class("region", "places and bodies that a sentence is about; class r"),
    class("adverb", "adverbs; class d"),
    class("attribute", "attributes; class b"),
    class("locative", "words that close a phrase of place or time; class h"),
    class("preposition", "prepositions; class i"),
    class("conjunction", "words that join; class &"),
    class("report", "verbs of those who report; class P"),
    class("0", "words of class 0, which the built-in data leaves to packs"),
    class("1", "words of class 1, which the built-in data leaves to packs"),
    class("2", "words of class 2, which the built-in data leaves to packs"),
    class("3", "words of class 3, which the built-in data leaves to packs"),
    class("4", "words of class 4, which the built-in data leaves to packs"),
    class("5", "words of class 5, which the built-in data leaves to packs"),
    class("6", "words of class 6, which the built-in data leaves to packs"),
    class("7", "words of class 7, which the built-in data leaves to packs"),
    class("8", "words of class 8, which the built-in data leaves to packs"),
    class("9", "words of class 9, which the built-in data leaves to packs"),
    may("yoy_base", WORDS, "what makes the base of a comparison a year earlier"),
    may("sequential_base", WORDS, "what makes the base of a comparison the period before"),
    may("reference_base", WORDS, "ends of bases that are neither"),
    may("heavy", WORDS, "words that weigh more than their parts, whatever the dictionary thinks of them"),
    may("tie", WORDS, "verbs of ranks that say that others have the same place"),
    may("plan_noun", WORDS, "words of aims and forecasts that are nouns as well"),
    may("object_mark", WORDS, "words of forecasts that mark an object as well"),
    may("done", WORDS, "words that say that something has been done"),
    may("local_period", WORDS, "periods that hold for the quantity right behind them only"),
    may("statistic", WORDS, "ends of words that name a statistic (率, 量, 额)"),
    may("noun_end", WORDS, "single characters that end nouns (站, 箱)"),
    may("region_suffix", WORDS, "ends of words that name bodies and places (公司, 自治区)"),
    may("part_rate", WORDS, "ends of rates that are a part of a whole, 100% at most (合格率)"),
    may("exceeded", WORDS, "wholes that more than 100% can be reached of (计划)"),
    may("mean", WORDS, "words in names of means, prices and rates, which parts can exceed (人均)"),
    may("split", Shape::Parts, "words that jieba fuses, and the parts that they have"),
];

const GRAINS: &[&str] = &["day", "week", "month", "quarter", "half", "year"];
const BASES: &[&str] = &["reference", "named", "last", "elapsed"];
const EDGES: &[&str] = &["start", "middle", "end"];
const SIDES: &[&str] = &["past", "told", "future"];

/// The fields of words of time: the words, their meaning and where they do not have it.
macro_rules! timed {
    ($group:literal, $means:expr) => {
        Shape::Records(&[
            of($group, needed("words", WORDS, "words of time")),
            needed("means", $means, "what they mean"),
            may("not_before", WORDS, "not where the text goes on with one of these"),
            may("not_after", WORDS, "not behind one of these"),
            may("not_inside", WORDS, "not where they stand between a Han character and one of these"),
            may("closes", Shape::Flag, "only where no Han character follows"),
        ])
    };
}

const SHIFT: Shape = Shape::Record(&[
    needed("by", Shape::Whole(-200, 200), "how many units from the base"),
    may("base", one(BASES), "from where: the reference date, what the sentence names, what was named last, the year told of"),
]);
const MONTHS: Shape = Shape::FromTo(1, 24);
const PART: Shape = Shape::Record(&[
    needed("months", MONTHS, "the first and the last month; 13 is the next January"),
    needed("grain", one(GRAINS), "the size of the stretch"),
    may("alone", Shape::Flag, "it stands without a year as well"),
]);
const SEASON: Shape = Shape::Record(&[
    needed("by", Shape::Whole(-200, 200), "how many years from the reference date"),
    needed("months", MONTHS, "the first and the last month; 13 is the next January"),
]);
const LIMIT: Shape = Shape::Record(&[
    needed("of", one(GRAINS), "the stretch"),
    needed("at", one(EDGES), "where in it"),
    needed("base", one(BASES), "which stretch"),
]);
const LENGTH: Shape = Shape::Record(&[
    beside(Beside::Or("days"), may("months", Shape::Whole(1, 120), "its months")),
    beside(Beside::Or("months"), may("days", Shape::Whole(1, 3650), "its days")),
]);
const PLAN: Shape = Shape::Record(&[
    needed("years", Shape::FromTo(1900, 2200), "its first and last year"),
    may("alone", Shape::Flag, "its name needs neither quotation marks nor a tail"),
]);
const HOLIDAY: Shape = Shape::Records(&[
    of("period.holiday", needed("words", WORDS, "names that stand anywhere")),
    of("period.holiday bare", may("bare", WORDS, "short names, which stand only next to words that say so")),
    beside(Beside::Or("dates"), may("date", Shape::MonthDay, "month and day, where the civil calendar sets it")),
    beside(Beside::Or("date"), may("dates", Shape::Texts(Kind::Date), "its day by year, where the old calendar sets it")),
    needed("rest", Shape::Pair(0, 30), "days off before and after it"),
    may("rests", Shape::Stretches, "days off as they were set, the first and the last"),
]);

const PERIOD: &[Field] = &[
    may("year", timed!("period.year", SHIFT), "years named by where they lie (去年)"),
    may("quarter", timed!("period.quarter", SHIFT), "quarters (上季度)"),
    may("month", timed!("period.month", SHIFT), "months (上月)"),
    may("week", timed!("period.week", SHIFT), "weeks (本周)"),
    may("day", timed!("period.day", SHIFT), "days (昨日)"),
    may("whole", timed!("period.whole", SHIFT), "whole years that a bare word names (全年)"),
    may("century", timed!("period.century", SHIFT), "centuries (本世纪)"),
    may("part", timed!("period.part", PART), "parts of a year (上半年)"),
    may("season", timed!("period.season", SEASON), "seasons with their year (今春)"),
    may("tenth", timed!("period.tenth", Shape::FromTo(1, 31)), "parts of a month, by their first and last day (上旬)"),
    may("edge", timed!("period.edge", one(EDGES)), "edges of a stretch named before them (初, 末)"),
    may("limit", timed!("period.limit", LIMIT), "edges that name their stretch (年底)"),
    may("same", timed!("period.same", one(&["year_earlier"])), "the same period of the year before (同期)"),
    may("now", timed!("period.now", one(&["now"])), "the reference date (目前)"),
    may(
        "tail",
        timed!("period.tail", one(&["since", "so_far", "from", "before", "after", "during"])),
        "what shapes the time before it (以来)",
    ),
    may("lead", timed!("period.lead", one(SIDES)), "what says to which side a number of years lies (过去)"),
    may("reach", timed!("period.reach", one(SIDES)), "the same, behind it (来)"),
    may("unit", timed!("period.unit", one(GRAINS)), "units of stretches (年, 个月)"),
    may("half", timed!("period.half", LENGTH), "a number and its unit in one word (半年)"),
    may("ago", timed!("period.ago", Shape::Whole(-1, 1)), "what sets a stretch before or after the reference date (前)"),
    may("plan", timed!("period.plan", PLAN), "plans and their years (十四五)"),
    may("event", timed!("period.event", Shape::Text(Kind::Date)), "events and their day (党的二十大)"),
    may("holiday", HOLIDAY, "holidays, their day and days off"),
    may("compares_same", WORDS, "what makes 同期 alone speak of the year before"),
    may("until", WORDS, "until a time, before it"),
    may("from", WORDS, "from a time on, before it"),
    may("closes_from", WORDS, "what closes it a few characters later"),
    may("report_not_before", WORDS, "what begins a word with the 报 of 三季报"),
    may("day_ends", WORDS, "hours that end a day"),
    may("moments", WORDS, "words behind a day that make it a moment"),
    may("range", WORDS, "what joins the two ends of a stretch"),
    may("list", WORDS, "what joins the members of a list"),
    may("ago_after", WORDS, "what may stand before a time that counts from the reference date"),
    may("standing", WORDS, "现, which is now before one of `standing_before`"),
    may("standing_before", WORDS, "what follows it"),
    may("standing_not_before", WORDS, "how it goes on otherwise"),
    may("standing_not_after", WORDS, "how words begin that end in it"),
    may("these", WORDS, "what points at years just told of"),
    may("counts_before", WORDS, "words before a number of years that make it a length"),
    may("counts_after", WORDS, "words behind it that do"),
    may("year_not_before", WORDS, "a year with one of these behind it is none"),
    may("recurs", WORDS, "behind one of these a month or day comes again and again"),
    may("month_not_before", WORDS, "a month with one of these behind it is none"),
    may("day_not_before", WORDS, "a day with one of these behind it is none"),
    may("numbered_day_before", WORDS, "what follows the 号 of a day"),
    may("day_parts", WORDS, "times of a day"),
    may("day_part_not_before", WORDS, "a time of a day with one of these behind it is none"),
    may("hours", WORDS, "hours, behind their number"),
    may("hour_not_before", WORDS, "an hour with one of these behind it is none"),
    may("minutes", WORDS, "minutes, behind their number"),
    may("weekday_marks", WORDS, "what days of the week begin with"),
    may("weekdays", Shape::Row(Kind::Surface, 7), "the glyphs of each day, Monday first"),
    may("weekday_not_before", WORDS, "a day of the week with one of these behind it is none"),
    may("weekday_not_after", WORDS, "a day of the week behind one of these is none"),
    may("weekends", WORDS, "the end of a week"),
    may("weekend_not_before", WORDS, "a weekend with one of these behind it is none"),
    may("century_marks", WORDS, "centuries, behind their number"),
    may("century_not_before", WORDS, "a century with one of these behind it is none"),
    may("decade_marks", WORDS, "decades, behind their number"),
    may("rest_tails", WORDS, "words behind a holiday that mean its days off"),
    may("holiday_after", WORDS, "what a holiday's short name may follow"),
    may("holiday_before", WORDS, "what may follow it"),
    may("holiday_not_before", WORDS, "a holiday with one of these behind it is none"),
    may("plan_not_before", WORDS, "behind the name of a plan: the plan itself, not its years"),
    may("opens", WORDS, "opening quotation marks"),
    may("closes", WORDS, "closing quotation marks"),
    may("title", Shape::Row(Kind::Surface, 2), "the marks around a title"),
    may("ahead", WORDS, "words near a time without a year that say that it is to come"),
    may("compares", WORDS, "words before a time that something is compared with"),
    may("page_labels", WORDS, "names of the dates at the head of a page"),
    may("page_sources", WORDS, "words of a page's source line"),
    may("datelines", WORDS, "ends of a news agency's dateline"),
];

const PASSAGE: &[Field] = &[
    of("passage", may("ahead", WORDS, "words of aims, plans and expectations")),
    of("passage", may("bare", WORDS, "verbs that look either way")),
    of("passage", may("back", WORDS, "words of what has been done")),
];

const LAYOUT: &[Field] = &[of("layout", may("furniture", WORDS, "a short line with one of these is page furniture, and left out"))];

const RULE: &[Field] = &[
    of("rule", needed("name", Shape::Text(Kind::Name), "its name, which facts carry; one of that name is replaced")),
    needed("kind", one(SAYINGS), "what its facts are; none: no fact is to be made of the quantity"),
    needed("pattern", Shape::Text(Kind::Pattern), "over the classes of a sentence, with a group `quantity`"),
    may(
        "proposes",
        Shape::Flag,
        "what stands around may choose another kind than level, and fills the slots; else the rule is taken at its word",
    ),
    may("examples", Shape::Texts(Kind::Passage), "texts that it claims a quantity of"),
    may("counter", Shape::Texts(Kind::Passage), "texts that it claims nothing of"),
];

const FACT: &[Field] = &[
    needed("quantity", Shape::Text(Kind::Surface), "the text of its quantity"),
    may("number", Shape::Text(Kind::Decimal), "the number of its quantity"),
    may("unit", SLOT, "the unit of its quantity"),
    may("kind", one(KINDS), "its kind"),
    may("rule", Shape::Text(Kind::Name), "the rule that made it"),
    may("modality", one(&["actual", "target", "forecast"]), "its modality"),
    may("indicator", SLOT, "the text of the slot; empty where it has none, as all below"),
    may("subject", SLOT, "the text of the slot"),
    may("predicate", SLOT, "the text of the slot"),
    may("period", SLOT, "the text of the slot"),
    may("direction", one(&["up", "down", "flat"]), "where it moved"),
    may("basis", one(&["yoy", "sequential", "average", "reference", "unspecified"]), "what it is compared with"),
    may("base", SLOT, "the text of what it is compared with"),
    may("whole", SLOT, "the text of what it is a share of"),
    may("scope", SLOT, "the text of among whom it is ranked"),
];

const EXAMPLE: &[Field] = &[
    needed("text", Shape::Text(Kind::Passage), "a text as it stands in a page"),
    may("date", Shape::Text(Kind::Date), "its reference date"),
    beside(Beside::Any("no_fact"), may("fact", Shape::Records(FACT), "facts that it must give")),
    beside(Beside::Any("fact"), may("no_fact", WORDS, "words of which it must give no fact")),
];

const OFF: &[Field] = &[
    may("units", WORDS, "ways to write a unit"),
    may("phrases", WORDS, "words that are a quantity without a numeral"),
    may("bounds", WORDS, "words that bound a number"),
    may("names", WORDS, "words of any list of `names`"),
    may("words", WORDS, "words of any list of `words`"),
    may("cues", WORDS, "words of any list of `cues`"),
    may("periods", WORDS, "words of time"),
    may("furniture", WORDS, "words of page furniture"),
    may("rules", Shape::Texts(Kind::Name), "rules, by name"),
];

/// What each list of `off` switches off: words of these sections.
pub(super) const SECTIONS_OFF: &[(&str, &[&str])] = &[
    ("units", &["unit"]),
    ("phrases", &["phrase"]),
    ("bounds", &["bound", "floating"]),
    ("names", &["names"]),
    ("words", &["words"]),
    ("cues", &["cues"]),
    ("periods", &["period"]),
    ("furniture", &["layout"]),
    ("rules", &["rule"]),
];

/// A pack.
pub(super) const PACK: &[Field] = &[
    needed("version", Shape::Whole(VERSION, VERSION), "the version of this format"),
    may("unit", Shape::Records(UNIT), "units and measure words"),
    may("lead", Shape::Records(LEAD), "words before the number that turn its unit or sign"),
    may("phrase", Shape::Records(PHRASE), "words that are a quantity without a numeral"),
    may("bound", Shape::Records(BOUND), "words that bound a number"),
    may("floating", Shape::Records(FLOATING), "adverbs that bound a number behind a short verb"),
    may("names", Shape::Record(NAMES), "names and labels that hold a numeral"),
    may("words", Shape::Record(WORD_LISTS), "words by class, and lists that the facts are made with"),
    may("cues", Shape::Record(CUES), "words that tell what a bare number is"),
    may("period", Shape::Record(PERIOD), "words of time"),
    may("forms", Shape::Record(FORMS), "words that quantities are put together with"),
    may("passage", Shape::Record(PASSAGE), "words by which a passage is told to look back or ahead"),
    may("layout", Shape::Record(LAYOUT), "page furniture"),
    may("rule", Shape::Records(RULE), "rules: patterns over classes"),
    may("example", Shape::Records(EXAMPLE), "texts and what must be read in them"),
    may("off", Shape::Record(OFF), "what of the data before is switched off"),
];
