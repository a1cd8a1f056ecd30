//! Facts as a Parquet file, through Arrow.

use super::part::doubts;
use crate::extractor::Document;
use crate::fact::{Fact, Slot, word};
use crate::period::Date;
use crate::span::Span;
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Decimal128Array, RecordBatch, StringArray, StructArray, UInt32Array};
use arrow_schema::{DataType, Field, Fields, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use rust_decimal::Decimal;
use std::io::Write;
use std::sync::Arc;

/// Places of a decimal column behind its point, of 38 digits in all.
const SCALE: u32 = 9;
const DIGITS: u8 = 38;
/// Rows of a group, which is held in memory, encoded, until it is whole.
const GROUP: usize = 1 << 16;

/// How the columns of a Parquet file lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParquetShape {
    /// A group for each slot (`quantity.number`, `period.start`), null where a fact has none; base, whole and scope are
    /// their texts, without spans.
    Nested,
    /// No groups (`quantity_number`, `period_start`), for tools that take plain tables only.
    Flat,
}

/// Writes facts as a file of Apache Parquet, one a row; feature `parquet`.
///
/// Numbers are decimals (`DECIMAL(38, 9)`), null where one needs more places; the number of a quantity is exact as text beside it. Days are
/// dates, spans unsigned integers of 32 bits in bytes and code points. Documents are written as they come; up to 65,536 facts are held in
/// memory.
///
/// ```
/// use hanfacts::{Extractor, ParquetFacts, ParquetShape};
///
/// let mut file = ParquetFacts::new(Vec::new(), ParquetShape::Flat)?;
/// file.document("a.txt", &Extractor::new().extract("投资5.2亿元。"))?;
/// assert_eq!(&file.end()?[..4], b"PAR1");
/// # Ok::<(), parquet::errors::ParquetError>(())
/// ```
pub struct ParquetFacts<W: Write + Send> {
    writer: ArrowWriter<W>,
    shape: ParquetShape,
}

impl<W: Write + Send> ParquetFacts<W> {
    /// Begins a file on `out`.
    ///
    /// # Errors
    /// Those of the output.
    pub fn new(out: W, shape: ParquetShape) -> Result<Self, ParquetError> {
        let schema = batch("", &[], shape)?.schema();
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).set_max_row_group_row_count(Some(GROUP)).build();
        Ok(Self { writer: ArrowWriter::try_new(out, schema, Some(properties))?, shape })
    }

    /// Writes the facts of a document.
    ///
    /// # Errors
    /// Those of the output.
    pub fn document(&mut self, doc: &str, document: &Document) -> Result<(), ParquetError> {
        self.writer.write(&batch(doc, document.facts(), self.shape)?)
    }

    /// Ends the file, which is none before.
    ///
    /// # Errors
    /// Those of the output.
    pub fn end(self) -> Result<W, ParquetError> {
        self.writer.into_inner()
    }
}

/// Columns that are null together, of the slot that `filled` tells of; without a name, columns of the fact itself.
struct Group {
    name: &'static str,
    filled: Vec<bool>,
    columns: Vec<(&'static str, ArrayRef)>,
}

fn batch(doc: &str, facts: &[Fact], shape: ParquetShape) -> Result<RecordBatch, ParquetError> {
    let (mut fields, mut arrays): (Vec<Field>, Vec<ArrayRef>) = (Vec::new(), Vec::new());
    for Group { name, filled, columns } in groups(doc, facts) {
        let nested = shape == ParquetShape::Nested && !name.is_empty();
        let full = |column: &str| if nested || name.is_empty() { column.to_owned() } else { format!("{name}_{column}") };
        let of: Fields = columns.iter().map(|(column, array)| Field::new(full(column), array.data_type().clone(), true)).collect();
        let columns: Vec<ArrayRef> = columns.into_iter().map(|(_, array)| array).collect();
        if nested {
            let group =
                StructArray::try_new_with_length(of.clone(), columns, Some(filled.into()), facts.len()).map_err(ParquetError::from)?;
            fields.push(Field::new(name, DataType::Struct(of), true));
            arrays.push(Arc::new(group));
        } else {
            fields.extend(of.iter().map(|field| field.as_ref().clone()));
            arrays.extend(columns);
        }
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(ParquetError::from)
}

fn groups(doc: &str, facts: &[Fact]) -> Vec<Group> {
    let all = vec![true; facts.len()];
    let own = |columns: Vec<(&'static str, ArrayRef)>| Group { name: "", filled: all.clone(), columns };
    let mut quantity = vec![("text", texts(facts, |fact| Some(&*fact.quantity.text)))];
    quantity.extend(spans(facts, |fact| Some(fact.quantity.span)));
    quantity.extend([
        ("number", decimals(facts, |fact| Some(fact.quantity.number))),
        ("number_text", words(facts, |fact| Some(fact.quantity.number.to_string()))),
        ("max", decimals(facts, |fact| fact.quantity.max)),
        ("unit", texts(facts, |fact| Some(&*fact.quantity.unit))),
        ("bound", words(facts, |fact| Some(word(&fact.quantity.bound)))),
        ("dimension", words(facts, |fact| Some(word(&fact.quantity.dimension)))),
        ("canonical_number", decimals(facts, |fact| fact.quantity.canonical.as_ref().map(|canonical| canonical.number))),
        ("canonical_max", decimals(facts, |fact| fact.quantity.canonical.as_ref()?.max)),
        ("canonical_unit", texts(facts, |fact| fact.quantity.canonical.as_ref().map(|canonical| &*canonical.unit))),
    ]);
    let mut period = vec![("text", texts(facts, |fact| fact.period.as_ref().map(|period| &*period.text)))];
    period.extend(spans(facts, |fact| fact.period.as_ref().map(|period| period.span)));
    period.extend([
        ("start", dates(facts, |fact| fact.period.as_ref()?.start)),
        ("end", dates(facts, |fact| fact.period.as_ref()?.end)),
        ("inherited", flags(facts, |fact| fact.period.as_ref().map(|period| period.inherited))),
    ]);
    let mut change = vec![("text", texts(facts, |fact| fact.change.as_ref().map(|change| &*change.text)))];
    change.extend(spans(facts, |fact| fact.change.as_ref().map(|change| change.span)));
    change.extend([
        ("direction", words(facts, |fact| fact.change.as_ref().map(|change| word(&change.direction)))),
        ("basis", words(facts, |fact| fact.change.as_ref().map(|change| word(&change.basis)))),
        ("base", texts(facts, |fact| fact.change.as_ref()?.base.as_ref().map(|base| &*base.text))),
    ]);
    let mut first = vec![
        ("doc", Arc::new(StringArray::from_iter_values(facts.iter().map(|_| doc))) as ArrayRef),
        ("id", numbers(facts, |fact| Some(fact.id))),
        ("kind", words(facts, |fact| Some(word(&fact.kind)))),
        ("text", texts(facts, |fact| Some(&*fact.text))),
    ];
    first.extend(spans(facts, |fact| Some(fact.span)));
    vec![
        own(first),
        Group { name: "quantity", filled: all.clone(), columns: quantity },
        slot("indicator", facts, |fact| fact.indicator.as_ref()),
        slot("subject", facts, |fact| fact.subject.as_ref()),
        slot("predicate", facts, |fact| fact.predicate.as_ref()),
        Group { name: "period", filled: facts.iter().map(|fact| fact.period.is_some()).collect(), columns: period },
        Group { name: "change", filled: facts.iter().map(|fact| fact.change.is_some()).collect(), columns: change },
        Group {
            name: "share",
            filled: facts.iter().map(|fact| fact.share.is_some()).collect(),
            columns: vec![("whole", texts(facts, |fact| fact.share.as_ref()?.whole.as_ref().map(|whole| &*whole.text)))],
        },
        Group {
            name: "rank",
            filled: facts.iter().map(|fact| fact.rank.is_some()).collect(),
            columns: vec![
                ("scope", texts(facts, |fact| fact.rank.as_ref()?.scope.as_ref().map(|scope| &*scope.text))),
                ("tied", flags(facts, |fact| fact.rank.as_ref().map(|rank| rank.tied))),
            ],
        },
        own(vec![
            ("modality", words(facts, |fact| Some(word(&fact.modality)))),
            ("part_of", numbers(facts, |fact| fact.part_of)),
            ("about", numbers(facts, |fact| fact.about)),
            ("rule", texts(facts, |fact| Some(&*fact.rule))),
            ("doubts", words(facts, |fact| (!fact.doubts.is_empty()).then(|| doubts(fact)))),
        ]),
    ]
}

fn slot(name: &'static str, facts: &[Fact], of: impl Fn(&Fact) -> Option<&Slot>) -> Group {
    let mut columns = vec![("text", texts(facts, |fact| of(fact).map(|slot| &*slot.text)))];
    columns.extend(spans(facts, |fact| of(fact).map(|slot| slot.span)));
    columns.push(("inherited", flags(facts, |fact| of(fact).map(|slot| slot.inherited))));
    Group { name, filled: facts.iter().map(|fact| of(fact).is_some()).collect(), columns }
}

fn spans(facts: &[Fact], of: impl Fn(&Fact) -> Option<Span>) -> [(&'static str, ArrayRef); 4] {
    [
        ("byte_start", numbers(facts, |fact| of(fact).map(|span| span.bytes().start))),
        ("byte_end", numbers(facts, |fact| of(fact).map(|span| span.bytes().end))),
        ("char_start", numbers(facts, |fact| of(fact).map(|span| span.scalars().start))),
        ("char_end", numbers(facts, |fact| of(fact).map(|span| span.scalars().end))),
    ]
}

fn texts<'f>(facts: &'f [Fact], of: impl Fn(&'f Fact) -> Option<&'f str>) -> ArrayRef {
    Arc::new(facts.iter().map(of).collect::<StringArray>())
}

fn words(facts: &[Fact], of: impl Fn(&Fact) -> Option<String>) -> ArrayRef {
    Arc::new(facts.iter().map(of).collect::<StringArray>())
}

fn numbers(facts: &[Fact], of: impl Fn(&Fact) -> Option<usize>) -> ArrayRef {
    // ids and offsets of a text that is read fit 32 bits
    Arc::new(facts.iter().map(|fact| of(fact).and_then(|number| u32::try_from(number).ok())).collect::<UInt32Array>())
}

fn flags(facts: &[Fact], of: impl Fn(&Fact) -> Option<bool>) -> ArrayRef {
    Arc::new(facts.iter().map(of).collect::<BooleanArray>())
}

fn dates(facts: &[Fact], of: impl Fn(&Fact) -> Option<Date>) -> ArrayRef {
    Arc::new(facts.iter().map(|fact| of(fact).map(Date::days)).collect::<Date32Array>())
}

fn decimals(facts: &[Fact], of: impl Fn(&Fact) -> Option<Decimal>) -> ArrayRef {
    let scaled = facts.iter().map(|fact| of(fact).and_then(scaled)).collect::<Decimal128Array>();
    Arc::new(scaled.with_data_type(DataType::Decimal128(DIGITS, SCALE as i8)))
}

/// A number in units of the last place of a column; none where it has more places, or more digits than the column.
fn scaled(number: Decimal) -> Option<i128> {
    let number = number.normalize();
    let up = SCALE.checked_sub(number.scale())?;
    number.mantissa().checked_mul(10_i128.pow(up)).filter(|scaled| scaled.unsigned_abs() < 10_u128.pow(u32::from(DIGITS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_or_null() {
        let of = |text: &str| scaled(text.parse().unwrap());
        assert_eq!(of("364647000000"), Some(364_647_000_000_000_000_000));
        assert_eq!(of("-0.5"), Some(-500_000_000));
        assert_eq!(of("0.0000000015"), None);
        assert_eq!(of("79228162514264337593543950335"), Some(79_228_162_514_264_337_593_543_950_335_000_000_000));
    }
}
