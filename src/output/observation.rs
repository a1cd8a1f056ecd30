//! Facts about one thing in one row, as somebody who types a table would bring them together.

use super::time_period::time_period;
use crate::extractor::Document;
use crate::fact::{Basis, Direction, Fact, Kind, Modality, PeriodSlot};
use crate::quantity::{Bound, Quantity};
use crate::span::Text;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One row of a table: what the text says of an indicator, of somebody, in a period.
///
/// It serialises with the names of the [SDMX cross-domain concepts](https://registry.sdmx.org/items/conceptscheme.html) where there is one (`INDICATOR`, `REF_AREA`,
/// `TIME_PERIOD`, `OBS_VALUE`, `UNIT_MEASURE`, `OBS_STATUS`), in capitals as they are written there; the others are this crate's. Numbers have their magnitude
/// words multiplied in, so that the concept `UNIT_MULT` would be 0 in every row, and are strings, as they are exact.
///
/// A level begins a row. A change, share or rank joins the row of the level that it is [about](Fact::about), else the nearest among the last 256 with the same
/// indicator and subject, where modality and period are the same as well; where there is no such row, or the place in it is taken (a growth year on year,
/// then one month on month), it begins a row of its own, without `OBS_VALUE`, so that no level is counted twice.
///
/// ```
/// let text = "2023年，全市实现地区生产总值3646.47亿元，同比增长3.3%。";
/// let rows = hanfacts::Extractor::new().extract(text).observations();
/// assert_eq!(rows.len(), 1);
/// let row = serde_json::to_value(&rows[0]).unwrap();
/// assert_eq!(row["INDICATOR"], "地区生产总值");
/// assert_eq!((row["TIME_PERIOD"].as_str(), row["OBS_VALUE"].as_str(), row["UNIT_MEASURE"].as_str()), (Some("2023"), Some("364647000000"), Some("CNY")));
/// assert_eq!((row["CHANGE_DIRECTION"].as_str(), row["CHANGE_VALUE"].as_str()), (Some("up"), Some("3.3")));
/// assert_eq!(row["FACTS"], serde_json::json!([0, 1]));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Observation {
    /// What is measured, in the words of the text (SDMX: INDICATOR).
    pub indicator: Option<Text>,
    /// Whose it is, in the words of the text: mostly a place, else a body or a firm (SDMX: REF_AREA).
    pub ref_area: Option<Text>,
    /// When: an SDMX period where the dates are exactly one (`2023`, `2023-S1`, `2023-Q1`, `2023-11`, `2023-11-05`), else a start and a duration
    /// (`2023-01-01/P11M`); open ranges as `../2023-06-30`. `None` where the dates are not known (SDMX: TIME_PERIOD).
    pub time_period: Option<String>,
    /// The words of the text for the period.
    pub time_period_text: Option<Text>,
    /// The level, or the lower end of its range (SDMX: OBS_VALUE).
    #[serde(with = "rust_decimal::serde::str_option")]
    pub obs_value: Option<Decimal>,
    /// The upper end of the range.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub obs_value_max: Option<Decimal>,
    /// How the number bounds the level.
    pub obs_value_bound: Option<Bound>,
    /// What the level is counted in: the ISO 4217 or UCUM code where it is a base unit (`CNY`, `m2`), else the unit as written (亩, %) (SDMX: UNIT_MEASURE).
    pub unit_measure: Option<Text>,
    /// A code of the SDMX code list CL_OBS_STATUS, version 2.2: `A` normal value, `F` forecast value. `None` for a target, for which the list has no code
    /// (SDMX: OBS_STATUS).
    pub obs_status: Option<ObsStatus>,
    /// Whether the text says that it is so, aimed at, or expected.
    pub modality: Modality,
    /// Which way it moved.
    pub change_direction: Option<Direction>,
    /// By how much, without a sign.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub change_value: Option<Decimal>,
    /// The upper end of the range.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub change_value_max: Option<Decimal>,
    /// How the number bounds the change.
    pub change_value_bound: Option<Bound>,
    /// What the change is counted in, as [`Observation::unit_measure`].
    pub change_unit: Option<Text>,
    /// Against what.
    pub change_basis: Option<Basis>,
    /// The part of a whole.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub share_value: Option<Decimal>,
    /// The upper end of the range.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub share_value_max: Option<Decimal>,
    /// How the number bounds the share.
    pub share_value_bound: Option<Bound>,
    /// What the share is counted in, as [`Observation::unit_measure`].
    pub share_unit: Option<Text>,
    /// The whole, in the words of the text.
    pub share_whole: Option<Text>,
    /// The place in an order.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub rank_value: Option<Decimal>,
    /// Among whom, in the words of the text.
    pub rank_scope: Option<Text>,
    /// Whether a fact of the row cannot be as printed (see [`Fact::doubts`]).
    pub doubted: bool,
    /// The ids of the facts that the row is made of.
    pub facts: Vec<usize>,
}

/// Of the SDMX code list CL_OBS_STATUS, version 2.2, the codes that are used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ObsStatus {
    /// Normal value.
    A,
    /// Forecast value.
    F,
}

/// How many rows a fact looks back over for one of its indicator.
const BACK: usize = 256;

impl Document {
    /// The facts as rows of a table, in the order of the text; see [`Observation`].
    pub fn observations(&self) -> Vec<Observation> {
        let facts = self.facts();
        let mut rows: Vec<Observation> = Vec::new();
        for fact in facts {
            let joined = place(fact, facts, &rows);
            let row = joined.unwrap_or(rows.len());
            if joined.is_none() {
                rows.push(Observation::begun(fact));
            }
            rows[row].take(fact);
        }
        rows
    }
}

/// The row that a fact joins.
fn place(fact: &Fact, facts: &[Fact], rows: &[Observation]) -> Option<usize> {
    if fact.kind == Kind::Level {
        return None;
    }
    let near = rows.len().saturating_sub(BACK);
    let fits = |row: &Observation| row.has_room(fact.kind) && speaks_of(fact, &facts[row.facts[0]]);
    let last = |holds: &dyn Fn(&Observation) -> bool| rows[near..].iter().rposition(|row| fits(row) && holds(row)).map(|at| near + at);
    if let Some(about) = fact.about.filter(|about| facts.get(*about).is_some_and(|level| level.kind == Kind::Level)) {
        // rows are in the order of their first facts, and a level always begins one
        let level = rows.binary_search_by_key(&about, |row| row.facts[0]).ok().filter(|at| fits(&rows[*at]));
        // what found no room in the row of its level may share a row with others like it
        return level.or_else(|| last(&|row| row.obs_value.is_none() && facts[row.facts[0]].about == Some(about)));
    }
    last(&|row| is_of_the_same(fact, &facts[row.facts[0]]))
}

/// Whether a fact is said of the time and in the modality of another.
fn speaks_of(fact: &Fact, first: &Fact) -> bool {
    let dates = |period: &PeriodSlot| (period.start, period.end);
    let same = fact.period.as_ref().is_none_or(|period| first.period.as_ref().is_some_and(|other| dates(period) == dates(other)));
    same && fact.modality == first.modality
}

/// Whether two facts name the same indicator and subject, and both a period or neither.
fn is_of_the_same(fact: &Fact, first: &Fact) -> bool {
    let names = |fact: &Fact| [&fact.indicator, &fact.subject].map(|slot| slot.as_ref().map(|slot| slot.text.clone()));
    fact.indicator.is_some() && names(fact) == names(first) && fact.period.is_some() == first.period.is_some()
}

impl Observation {
    /// A row without values, of what a fact speaks of.
    fn begun(fact: &Fact) -> Self {
        Self {
            indicator: fact.indicator.as_ref().map(|slot| slot.text.clone()),
            ref_area: fact.subject.as_ref().map(|slot| slot.text.clone()),
            time_period: fact.period.as_ref().and_then(time_period),
            time_period_text: fact.period.as_ref().map(|period| period.text.clone()),
            obs_value: None,
            obs_value_max: None,
            obs_value_bound: None,
            unit_measure: None,
            obs_status: match fact.modality {
                Modality::Actual => Some(ObsStatus::A),
                Modality::Forecast => Some(ObsStatus::F),
                Modality::Target => None,
            },
            modality: fact.modality,
            change_direction: None,
            change_value: None,
            change_value_max: None,
            change_value_bound: None,
            change_unit: None,
            change_basis: None,
            share_value: None,
            share_value_max: None,
            share_value_bound: None,
            share_unit: None,
            share_whole: None,
            rank_value: None,
            rank_scope: None,
            doubted: false,
            facts: Vec::new(),
        }
    }

    fn has_room(&self, kind: Kind) -> bool {
        match kind {
            Kind::Level => self.obs_value.is_none(),
            Kind::Change => self.change_value.is_none(),
            Kind::Share => self.share_value.is_none(),
            Kind::Rank => self.rank_value.is_none(),
        }
    }

    /// Puts the values of a fact in their place.
    fn take(&mut self, fact: &Fact) {
        let quantity = &fact.quantity;
        let unit = unit(quantity);
        match fact.kind {
            Kind::Level => {
                (self.obs_value, self.obs_value_max) = (Some(quantity.number), quantity.max);
                (self.obs_value_bound, self.unit_measure) = (Some(quantity.bound), unit);
            }
            Kind::Change => {
                (self.change_value, self.change_value_max, self.change_unit) = (Some(quantity.number), quantity.max, unit);
                self.change_value_bound = Some(quantity.bound);
                self.change_direction = fact.change.as_ref().map(|change| change.direction);
                self.change_basis = fact.change.as_ref().map(|change| change.basis);
            }
            Kind::Share => {
                (self.share_value, self.share_unit) = (Some(quantity.number), unit);
                (self.share_value_max, self.share_value_bound) = (quantity.max, Some(quantity.bound));
                self.share_whole = fact.share.as_ref().and_then(|share| share.whole.as_ref()).map(|whole| whole.text.clone());
            }
            Kind::Rank => {
                self.rank_value = Some(quantity.number);
                self.rank_scope = fact.rank.as_ref().and_then(|rank| rank.scope.as_ref()).map(|scope| scope.text.clone());
            }
        }
        self.doubted |= !fact.doubts.is_empty();
        self.facts.push(fact.id);
    }
}

/// The code of the unit that the number is counted in, else the unit as written.
fn unit(quantity: &Quantity) -> Option<Text> {
    let base = quantity.canonical.as_ref().filter(|canonical| canonical.number == quantity.number && canonical.unit != "1");
    let unit = base.map_or(&quantity.unit, |canonical| &canonical.unit);
    (!unit.is_empty()).then(|| unit.clone())
}

#[cfg(test)]
mod tests {
    use crate::Extractor;
    use serde_json::{Value, json};

    fn rows(text: &str) -> Vec<Value> {
        let rows = Extractor::new().extract_on(text, "2024-03-01").observations();
        rows.iter().map(|row| serde_json::to_value(row).unwrap()).collect()
    }

    fn holds(row: &Value, shown: &Value) {
        for (key, value) in shown.as_object().unwrap() {
            assert_eq!(&row[key], value, "{key} of {row:#}");
        }
    }

    #[test]
    fn what_is_said_of_a_level_stands_in_its_row() {
        let found = rows("2023年，全县完成工业投资86.5亿元，同比增长12.4%，居全市第二位。");
        assert_eq!(found.len(), 1, "{found:#?}");
        holds(
            &found[0],
            &json!({"REF_AREA": "全县", "TIME_PERIOD": "2023", "OBS_VALUE": "8650000000", "UNIT_MEASURE": "CNY", "OBS_STATUS": "A", "CHANGE_DIRECTION": "up",
                "CHANGE_VALUE": "12.4", "CHANGE_UNIT": "%", "CHANGE_BASIS": "yoy", "RANK_VALUE": "2", "RANK_SCOPE": "全市", "FACTS": [0, 1, 2]}),
        );
    }

    #[test]
    fn a_second_change_has_a_row_without_the_level() {
        let found = rows("2023年11月，全市用电量为21.6亿千瓦时，同比增长5.1%，环比下降2.3%。");
        assert_eq!(found.len(), 2, "{found:#?}");
        holds(&found[0], &json!({"TIME_PERIOD": "2023-11", "CHANGE_BASIS": "yoy", "OBS_VALUE": "2160000000", "FACTS": [0, 1]}));
        holds(
            &found[1],
            &json!({"TIME_PERIOD": "2023-11", "CHANGE_BASIS": "sequential", "CHANGE_DIRECTION": "down", "OBS_VALUE": null, "FACTS": [2]}),
        );
    }

    #[test]
    fn a_change_without_a_level_has_a_row_of_its_own() {
        let found = rows("2023年1-11月，全市规上工业增加值同比增长6.2%。");
        assert_eq!(found.len(), 1);
        holds(&found[0], &json!({"TIME_PERIOD": "2023-01-01/P11M", "OBS_VALUE": null, "OBS_VALUE_BOUND": null, "CHANGE_VALUE": "6.2"}));
    }

    #[test]
    fn a_target_is_no_forecast_and_no_row_of_what_is() {
        let found = rows("2023年，全县完成工业投资86.5亿元。力争2025年完成工业投资120亿元。预计2026年工业投资达到130亿元。");
        assert_eq!(found.len(), 3);
        let status: Vec<_> = found.iter().map(|row| (row["OBS_STATUS"].clone(), row["MODALITY"].clone())).collect();
        assert_eq!(status, [(json!("A"), json!("actual")), (json!(null), json!("target")), (json!("F"), json!("forecast"))]);
    }

    #[test]
    fn every_fact_is_in_one_row() {
        let text = "2023年，全县粮食总产量40万吨，同比增长2%，其中小麦20万吨，占总产量的50%，居全市第一。公园12座。";
        let document = Extractor::new().extract(text);
        let mut ids: Vec<usize> = document.observations().into_iter().flat_map(|row| row.facts).collect();
        ids.sort_unstable();
        assert_eq!(ids, (0..document.facts().len()).collect::<Vec<_>>());
    }
}
