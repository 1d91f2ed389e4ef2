//! Calendar arithmetic: seconds since 1970 to a broken-down time and back. Pure.

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The members of `struct tm` (7.27.1) that count, with their C ranges and bases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) struct Broken {
    pub second: i64,
    pub minute: i64,
    pub hour: i64,
    /// From 1.
    pub day: i64,
    /// From 0.
    pub month: i64,
    /// Since 1900.
    pub year: i64,
    /// From Sunday, 0.
    pub weekday: i64,
    /// From 0.
    pub day_of_year: i64,
    /// Seconds east of UTC.
    pub offset: i64,
}

/// Is this year (1970, not 70) a leap year?
pub(super) fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Days from 1970-01-01 to a day; the month is 0 to 11, the day any number.
/// Years are counted from March, so that the leap day is the last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let early = month < 2;
    let year = year.saturating_sub(i64::from(early));
    let month = if early { month.wrapping_add(10) } else { month.wrapping_sub(2) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let before_month = month.wrapping_mul(153).wrapping_add(2).div_euclid(5);
    let of_year = before_month.saturating_add(day).saturating_sub(1);
    era.saturating_mul(146_097)
        .saturating_add(of_era.wrapping_mul(365))
        .saturating_add(of_era.div_euclid(4))
        .saturating_sub(of_era.div_euclid(100))
        .saturating_add(of_year)
        .saturating_sub(719_468)
}

/// The seconds since 1970 of a broken-down time in UTC; every member may be out
/// of its range (7.27.2.3).
pub(super) fn seconds(time: &Broken) -> i64 {
    let year = time.year.saturating_add(1900).saturating_add(time.month.div_euclid(12));
    let day = days(year, time.month.rem_euclid(12), time.day);
    day.saturating_mul(DAY)
        .saturating_add(time.hour.saturating_mul(3600))
        .saturating_add(time.minute.saturating_mul(60))
        .saturating_add(time.second)
}

/// A time, so many seconds east of UTC; `None` if the year does not fit an `int`.
pub(super) fn broken(time: i64, offset: i64) -> Option<Broken> {
    let local = time.checked_add(offset)?;
    let (day, second) = (local.div_euclid(DAY), local.rem_euclid(DAY));
    // Civil date from days, counted from 0000-03-01.
    let shifted = day.checked_add(719_468)?;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let leap_days =
        of_era.div_euclid(1460).wrapping_sub(of_era.div_euclid(36_524)).wrapping_add(of_era.div_euclid(146_096));
    let year_of_era = of_era.wrapping_sub(leap_days).div_euclid(365);
    let before =
        year_of_era.wrapping_mul(365).wrapping_add(year_of_era.div_euclid(4)).wrapping_sub(year_of_era.div_euclid(100));
    let of_year = of_era.wrapping_sub(before);
    let month = of_year.wrapping_mul(5).wrapping_add(2).div_euclid(153);
    let day_of_month = of_year.wrapping_sub(month.wrapping_mul(153).wrapping_add(2).div_euclid(5)).wrapping_add(1);
    let month = month.wrapping_add(2).rem_euclid(12);
    let year = era.checked_mul(400)?.checked_add(year_of_era)?.checked_add(i64::from(month < 2))?;
    i32::try_from(year.checked_sub(1900)?).ok()?;
    Some(Broken {
        second: second.rem_euclid(60),
        minute: second.div_euclid(60).rem_euclid(60),
        hour: second.div_euclid(3600),
        day: day_of_month,
        month,
        year: year.wrapping_sub(1900),
        weekday: day.wrapping_add(4).rem_euclid(7),
        day_of_year: day.wrapping_sub(days(year, 0, 1)),
        offset,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for time in (-200_000_000_000_i64..200_000_000_000).step_by(123_456_789) {
            let broken = broken(time, 0).expect("fits");
            assert_eq!(seconds(&broken), time);
            assert!((0..366).contains(&broken.day_of_year));
        }
    }

    #[test]
    fn known_days() {
        let leap = broken(951_782_400, 0).expect("fits");
        assert_eq!((leap.year, leap.month, leap.day, leap.weekday, leap.day_of_year), (100, 1, 29, 2, 59));
        assert_eq!(broken(0, 3600).map(|b| (b.hour, b.weekday)), Some((1, 4)));
        assert_eq!(broken(i64::MAX, 0), None);
        let odd = Broken { year: 124, month: 13, day: 0, ..Broken::default() };
        assert_eq!(seconds(&odd), 1_738_281_600);
    }
}
