//! Civil dates as SDMX writes periods of observation.

use crate::fact::PeriodSlot;
use crate::period::Date;

/// A period as a value of the SDMX concept `TIME_PERIOD` (SDMX 3.0, Technical Notes, section “Time Formats”), so that it means the same days:
/// a year `2023`, a half `2023-S1`, a quarter `2023-Q1`, a month `2023-11`, a day `2023-11-05`; anything else a time range, which is an interval of
/// ISO 8601 with a start and a duration, `2023-01-01/P11M`. SDMX has no open ranges; these are written as in ISO 8601-2, `../2023-06-30`.
pub(super) fn time_period(period: &PeriodSlot) -> Option<String> {
    match (period.start, period.end) {
        (None, None) => None,
        (Some(start), None) => Some(format!("{start}/..")),
        (None, Some(end)) => Some(format!("../{end}")),
        (Some(start), Some(end)) => Some(closed(start, end)),
    }
}

fn closed(start: Date, end: Date) -> String {
    let year = start.year();
    match months(start, end) {
        Some(1) => format!("{year:04}-{:02}", start.month()),
        Some(3) if start.month() % 3 == 1 => format!("{year:04}-Q{}", start.month() / 3 + 1),
        Some(6) if start.month() % 6 == 1 => format!("{year:04}-S{}", start.month() / 6 + 1),
        Some(12) if start.month() == 1 => format!("{year:04}"),
        Some(months) if months % 12 == 0 => format!("{start}/P{}Y", months / 12),
        Some(months) => format!("{start}/P{months}M"),
        None if start == end => start.to_string(),
        None => match end.days() - start.days() + 1 {
            days @ 1.. => format!("{start}/P{days}D"),
            _ => format!("{start}/{end}"),
        },
    }
}

/// How many months, where it is whole ones.
fn months(start: Date, end: Date) -> Option<i32> {
    let count = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    (start.day() == 1 && end.ends_month()).then(|| count(end) - count(start) + 1).filter(|months| *months > 0)
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn a_period_of_the_calendar_has_its_own_name() {
        for (start, end, period) in [
            ("2023-01-01", "2023-12-31", "2023"),
            ("2023-01-01", "2023-06-30", "2023-S1"),
            ("2023-07-01", "2023-12-31", "2023-S2"),
            ("2023-10-01", "2023-12-31", "2023-Q4"),
            ("2024-02-01", "2024-02-29", "2024-02"),
            ("2023-11-05", "2023-11-05", "2023-11-05"),
            ("2023-01-01", "2023-11-30", "2023-01-01/P11M"),
            ("2021-01-01", "2025-12-31", "2021-01-01/P5Y"),
            ("2023-02-01", "2023-04-30", "2023-02-01/P3M"),
            ("2024-02-10", "2024-03-01", "2024-02-10/P21D"),
            ("0987-01-01", "0987-12-31", "0987"),
        ] {
            assert_eq!(closed(start.parse().unwrap(), end.parse().unwrap()), period);
        }
    }
}
