//! Coefficients, magnitudes and fuzz, in any script and mixed: 3646.47亿, 三万五, 1亿3千多万, 十五六万.

use super::{Fuzz, Numeral, Read, Script, UnitAt, ascii, decimal, glyph};
use crate::span::ViewSpan;
use rust_decimal::Decimal;

/// Which end of a pair of adjacent digits to read.
#[derive(Clone, Copy, PartialEq)]
enum Pick {
    Low,
    High,
}

/// The coefficient in hand, not yet closed by a magnitude.
#[derive(Clone, Copy)]
struct Coefficient {
    value: Decimal,
    /// One digit without decimals: may be elided (三万五).
    single: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Last {
    Start,
    Digit,
    Zero,
    Small(u32),
    Big(u32),
    Fuzz,
}

/// The state of a numeral that is being read.
struct Mixed<'t> {
    text: &'t str,
    unit_at: UnitAt<'t>,
    pick: Pick,
    at: usize,
    total: Option<Decimal>,
    section: Option<Decimal>,
    coefficient: Option<Coefficient>,
    last: Last,
    last_small: u32,
    last_big: u32,
    power: u32,
    fuzz: Fuzz,
    ascii: bool,
    formal: bool,
    pair: bool,
    code: bool,
    too_long: bool,
    glyphs: usize,
}

/// Reads a numeral without sign at `at`.
pub(super) fn read(text: &str, at: usize, unit_at: UnitAt<'_>) -> Read {
    let mut low = Mixed::new(text, at, unit_at, Pick::Low);
    low.run();
    if low.last == Last::Start {
        return Read::Nothing;
    }
    if low.too_long {
        return Read::TooLong(low.at);
    }
    let high = if low.pair {
        let mut high = Mixed::new(text, at, unit_at, Pick::High);
        high.run();
        high.value()
    } else {
        None
    };
    let Some(value) = low.value() else { return Read::TooLong(low.at) };
    Read::Found(Numeral {
        span: ViewSpan::new(at, low.at),
        low: value,
        high,
        fuzz: low.fuzz,
        script: if low.ascii { Script::Ascii } else { Script::Han },
        ratio: None,
        power: low.closing_power(),
        code: low.code,
        formal: low.formal,
        glyphs: low.glyphs,
    })
}

impl<'t> Mixed<'t> {
    fn new(text: &'t str, at: usize, unit_at: UnitAt<'t>, pick: Pick) -> Self {
        Self {
            text,
            unit_at,
            pick,
            at,
            total: None,
            section: None,
            coefficient: None,
            last: Last::Start,
            last_small: u32::MAX,
            last_big: u32::MAX,
            power: 0,
            fuzz: Fuzz::Sharp,
            ascii: false,
            formal: false,
            pair: false,
            code: false,
            too_long: false,
            glyphs: 0,
        }
    }

    fn run(&mut self) {
        while !self.too_long && self.step() {}
    }

    fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn after(&self, c: char) -> Option<char> {
        self.text[self.at + c.len_utf8()..].chars().next()
    }

    /// Reads one token; false where the numeral ends.
    fn step(&mut self) -> bool {
        let Some(c) = self.next() else { return false };
        if self.last == Last::Fuzz {
            return self.magnitude(c);
        }
        (c.is_ascii_digit() || c == '.') && self.ascii_digits()
            || glyph::digit(c).is_some() && self.han_digits(c)
            || glyph::tens(c).is_some() && self.tens(c)
            || self.magnitude(c)
            || self.fuzz(c)
            || self.half(c)
    }

    fn ascii_digits(&mut self) -> bool {
        let fits = matches!(self.last, Last::Start | Last::Small(_) | Last::Big(_) | Last::Zero);
        if !fits || self.last != Last::Start && !self.ascii {
            return false;
        }
        let Some(digits) = ascii::read(self.text, self.at) else { return false };
        if self.last != Last::Start && digits.decimal {
            return false;
        }
        self.at = digits.end;
        self.ascii = true;
        self.code |= digits.code;
        self.glyphs += digits.count;
        self.last = Last::Digit;
        match digits.value {
            Some(value) => self.coefficient = Some(Coefficient { value, single: digits.count == 1 }),
            None => self.too_long = true,
        }
        true
    }

    fn han_digits(&mut self, first: char) -> bool {
        if self.last == Last::Digit || self.ascii && self.last == Last::Zero {
            return false;
        }
        if self.ascii && !matches!((first, self.last), ('零', Last::Big(_))) {
            return false;
        }
        if matches!(first, '零' | '〇' | '○') && matches!(self.last, Last::Small(_) | Last::Big(_)) {
            self.at += first.len_utf8();
            self.last = Last::Zero;
            // what follows is the next step's to read: 一百零五, and nothing in 一百零
            return true;
        }
        let run = HanRun::read(self.text, self.at, self.unit_at);
        let Some(value) = self.run_value(&run) else { return false };
        if self.fuzz == Fuzz::Bare {
            // 千八百: a thousand or so
            self.fuzz = Fuzz::Near;
        }
        self.at = run.end;
        self.glyphs += run.digits.len();
        self.formal |= run.formal;
        self.coefficient = Some(Coefficient { value, single: run.digits.len() == 1 || self.pair });
        self.last = Last::Digit;
        self.han_decimals();
        true
    }

    /// The worth of a run of Han digits: one digit, an adjacent pair, or digits by position (一九七八).
    fn run_value(&mut self, run: &HanRun) -> Option<Decimal> {
        match run.digits[..] {
            [one] => Some(Decimal::from(one)),
            [low, high] if low > 0 && (high == low + 1 || (low, high) == (3, 5)) && !run.followed_by(self.text, &['点', '折']) => {
                self.pair = true;
                Some(Decimal::from(if self.pick == Pick::Low { low } else { high }))
            }
            _ if self.last != Last::Start => None,
            [_, _] if !run.zero && !run.followed_by(self.text, &['点', '折', '分']) => None,
            _ => {
                let plain: String = run.digits.iter().map(|d| char::from(b'0' + *d as u8)).collect();
                let value = Decimal::from_str_exact(&plain).ok();
                self.too_long |= value.is_none();
                value.or(Some(Decimal::ZERO))
            }
        }
    }

    /// 点 and the digits after it.
    fn han_decimals(&mut self) {
        let Some(point) = self.next().filter(|c| matches!(c, '点' | '點')) else { return };
        let run = HanRun::read(self.text, self.at + point.len_utf8(), &|_| false);
        if run.digits.is_empty() || self.pair {
            return;
        }
        let plain: String = run.digits.iter().map(|d| char::from(b'0' + *d as u8)).collect();
        let whole = self.coefficient.map_or(Decimal::ZERO, |c| c.value);
        match decimal::with_fraction(whole, &plain) {
            Some(value) => self.coefficient = Some(Coefficient { value, single: false }),
            None => self.too_long = true,
        }
        self.at = run.end;
        self.glyphs += run.digits.len();
    }

    /// 廿, 卅, 卌.
    fn tens(&mut self, c: char) -> bool {
        if self.coefficient.is_some() || matches!(self.last, Last::Small(_)) {
            return false;
        }
        let Some(value) = glyph::tens(c) else { return false };
        self.section = Some(self.section.unwrap_or_default() + Decimal::from(value));
        self.last_small = 1;
        self.last = Last::Small(1);
        self.advance(c);
        true
    }

    fn advance(&mut self, c: char) {
        self.at += c.len_utf8();
        self.glyphs += 1;
    }

    fn magnitude(&mut self, c: char) -> bool {
        if (self.unit_at)(self.at) && (glyph::small(c).is_some() || glyph::big(c).is_some()) {
            return false;
        }
        if let Some(power) = glyph::small(c) {
            let done = self.small(c, power);
            if done {
                self.han_point();
            }
            return done;
        }
        glyph::big(c).is_some_and(|power| self.big(c, power))
    }

    /// 二十点五: the point after a bare ten.
    fn han_point(&mut self) {
        if !self.ascii && self.coefficient.is_none() && self.next().is_some_and(|c| matches!(c, '点' | '點')) {
            let from = self.at;
            self.han_decimals();
            if self.at > from {
                self.last = Last::Digit;
            }
        }
    }

    fn small(&mut self, c: char, power: u32) -> bool {
        if power >= self.last_small || self.ascii && (power == 1 || self.coefficient.is_none() && self.last != Last::Fuzz) {
            return false;
        }
        let value = match self.coefficient.take() {
            Some(coefficient) => decimal::shift(coefficient.value, power),
            None if self.last == Last::Fuzz => match self.section {
                Some(section) => {
                    self.section = None;
                    decimal::shift(section, power)
                }
                None => return false,
            },
            None => {
                if self.last == Last::Start && power > 1 {
                    self.fuzz = Fuzz::Bare;
                } else if !matches!(self.last, Last::Start | Last::Zero | Last::Small(_) | Last::Big(_)) || power > 1 {
                    return false;
                }
                decimal::shift(Decimal::ONE, power)
            }
        };
        self.section = value.and_then(|v| v.checked_add(self.section.unwrap_or_default()));
        self.too_long |= self.section.is_none();
        self.last_small = power;
        self.power = power;
        self.last = Last::Small(power);
        self.advance(c);
        true
    }

    fn big(&mut self, c: char, power: u32) -> bool {
        let open = self.open_section();
        let next = match (open, self.total) {
            (None, None) if self.last == Last::Start => {
                self.fuzz = Fuzz::Bare;
                decimal::shift(Decimal::ONE, power)
            }
            (None, Some(total)) if matches!(self.last, Last::Big(_) | Last::Fuzz) => {
                if self.power >= power && self.last_big >= power && self.last_big != 4 {
                    return false;
                }
                decimal::shift(total, power)
            }
            (Some(open), None) => decimal::shift(open, power),
            (Some(open), Some(total)) if power > self.last_big => total.checked_add(open).and_then(|sum| decimal::shift(sum, power)),
            (Some(open), Some(total)) if power < self.last_big => decimal::shift(open, power).and_then(|v| total.checked_add(v)),
            _ => return false,
        };
        self.power = if open.is_none() { self.power + power } else { power };
        self.too_long |= next.is_none();
        self.total = next;
        self.section = None;
        self.coefficient = None;
        self.last_big = power;
        self.last_small = u32::MAX;
        self.last = Last::Big(power);
        self.advance(c);
        true
    }

    fn open_section(&self) -> Option<Decimal> {
        match (self.section, self.coefficient) {
            (None, None) => None,
            (section, coefficient) => section.unwrap_or_default().checked_add(coefficient.map_or(Decimal::ZERO, |c| c.value)),
        }
    }

    /// 余, 多, 几, 来 and + after something they can blur.
    fn fuzz(&mut self, c: char) -> bool {
        let next = self.at + c.len_utf8();
        let after = self.after(c);
        let closes = matches!(self.last, Last::Small(_) | Last::Big(_));
        let blurs = match c {
            '余' | '餘' | '多' => closes || self.ascii && self.last == Last::Digit,
            '来' | '來' => (closes || self.ascii && self.last == Last::Digit) && self.measured(next, after),
            '几' | '幾' => matches!(self.last, Last::Small(1)) && self.measured(next, after),
            '+' => self.ascii && self.measured(next, after),
            _ => false,
        };
        let opens = self.last == Last::Start && matches!(c, '几' | '幾' | '数' | '數') && after.is_some_and(is_magnitude);
        if opens {
            self.at = next;
            self.coefficient = Some(Coefficient { value: Decimal::ONE, single: false });
            self.last = Last::Digit;
            self.fuzz = Fuzz::Vague;
            return true;
        }
        if !blurs {
            return false;
        }
        self.at = next;
        self.fuzz = match c {
            _ if matches!(self.fuzz, Fuzz::Vague | Fuzz::Bare) => Fuzz::Vague,
            '来' | '來' => Fuzz::Near,
            _ => Fuzz::Over,
        };
        self.last = Last::Fuzz;
        true
    }

    /// A magnitude or a unit goes on at `at`.
    fn measured(&self, at: usize, next: Option<char>) -> bool {
        next.is_some_and(is_magnitude) || (self.unit_at)(at)
    }

    /// 半 as a numeral of its own, where a unit follows.
    fn half(&mut self, c: char) -> bool {
        let next = self.at + c.len_utf8();
        if c != '半' || self.last != Last::Start || !(self.unit_at)(next) {
            return false;
        }
        self.coefficient = Some(Coefficient { value: Decimal::new(5, 1), single: false });
        self.advance(c);
        self.last = Last::Digit;
        false
    }

    fn elided(&self) -> Option<u32> {
        self.coefficient.filter(|c| c.single)?;
        let unit = match (self.section, self.total) {
            (Some(_), _) if self.last_small != u32::MAX => self.last_small,
            (None, Some(_)) => self.last_big,
            _ => return None,
        };
        // 三万零五 is no 三万五
        let zero = self.text[..self.at].chars().rev().take(3).any(|c| matches!(c, '零' | '〇'));
        (unit >= 2 && self.last == Last::Digit && !zero).then_some(unit - 1)
    }

    fn value(&self) -> Option<Decimal> {
        let last = match (self.coefficient, self.elided()) {
            (Some(coefficient), Some(power)) => decimal::shift(coefficient.value, power)?,
            (Some(coefficient), None) => coefficient.value,
            (None, _) => Decimal::ZERO,
        };
        let parts = [self.total, self.section].into_iter().flatten();
        let tail = if self.coefficient.is_some() || self.total.is_none() && self.section.is_none() { Some(last) } else { None };
        // no zero is added: it would lend its scale to the sum
        parts.chain(tail).map(Some).reduce(|sum, part| sum?.checked_add(part?))?
    }

    fn closing_power(&self) -> u32 {
        if matches!(self.last, Last::Big(_) | Last::Small(_)) || self.last == Last::Fuzz { self.power } else { 0 }
    }
}

fn is_magnitude(c: char) -> bool {
    glyph::small(c).is_some() || glyph::big(c).is_some()
}

/// Han digits that stand side by side.
struct HanRun {
    digits: Vec<u32>,
    end: usize,
    formal: bool,
    zero: bool,
}

impl HanRun {
    fn read(text: &str, at: usize, unit_at: UnitAt<'_>) -> Self {
        let mut run = Self { digits: Vec::new(), end: at, formal: false, zero: false };
        for c in text[at..].chars() {
            // 两 is a digit in front and in 一两个; elsewhere it is the unit (二两).
            let liang = matches!(c, '两' | '兩') && !run.digits.is_empty();
            let next = run.end + c.len_utf8();
            let pairs = liang && run.digits == [1] && (unit_at(next) || text[next..].starts_with(is_magnitude));
            let Some((digit, style)) = glyph::digit(c).filter(|_| !liang || pairs) else { break };
            run.digits.push(digit);
            run.formal |= style == glyph::Style::Formal;
            run.zero |= matches!(c, '〇' | '○' | '零');
            run.end += c.len_utf8();
        }
        run
    }

    fn followed_by(&self, text: &str, any: &[char]) -> bool {
        text[self.end..].starts_with(any)
    }
}
