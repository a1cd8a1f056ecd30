//! Exact arithmetic on decimals that keeps the zeros as written and never overflows silently.

use rust_decimal::Decimal;

/// `value` times ten to the `power`, by moving the point: 18.20 by 4 is 182000, 5.0 by 0 stays 5.0.
pub(crate) fn shift(value: Decimal, power: u32) -> Option<Decimal> {
    let scale = value.scale();
    if scale >= power {
        return Decimal::try_from_i128_with_scale(value.mantissa(), scale - power).ok();
    }
    let factor = 10_i128.checked_pow(power - scale)?;
    Decimal::try_from_i128_with_scale(value.mantissa().checked_mul(factor)?, 0).ok()
}

/// `one + other`, where a decimal holds all their digits.
pub(crate) fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_add(other).filter(|sum| sum.checked_sub(other) == Some(one) && sum.checked_sub(one) == Some(other))
}

/// `top / bottom` to four decimals, as fractions that do not end are written; exact where it ends sooner.
pub(crate) fn fraction(top: Decimal, bottom: Decimal) -> Option<Decimal> {
    let exact = top.checked_div(bottom)?;
    let rounded = exact.round_dp(4);
    Some(if exact == rounded { exact.normalize() } else { rounded })
}

/// `integer` followed by the fractional digits `digits`.
pub(crate) fn with_fraction(integer: Decimal, digits: &str) -> Option<Decimal> {
    Decimal::from_str_exact(&format!("{integer}.{digits}")).ok()
}
