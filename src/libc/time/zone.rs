//! The time zone that the variable TZ names (POSIX 8.3), e.g. `CET-1CEST,M3.5.0,M10.5.0/3`:
//! names, offsets, and the rules by which summer time begins and ends.

use super::calendar::{self, Broken};

const HOUR: i64 = 3600;
const DAY: i64 = 86_400;

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Zone {
    /// What is in force in winter.
    pub standard: Clock,
    /// What is in force in summer, from when and until when.
    pub summer: Option<(Clock, Rule, Rule)>,
}

/// A name and the seconds that the clock is ahead of UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub name: Vec<u8>,
    pub offset: i64,
}

/// A day of the year, and the seconds after its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    day: Date,
    seconds: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Date {
    /// `Jn`: from 1, without the leap day.
    Counted(i64),
    /// `n`: from 0, with it.
    Ordinal(i64),
    /// `Mm.w.d`: of a month the w-th weekday d; the fifth is the last.
    Weekday { month: i64, week: i64, day: i64 },
}

/// If a zone names summer time but no rules: those of the United States, as in glibc.
const USUAL: [Rule; 2] = [
    Rule { day: Date::Weekday { month: 3, week: 2, day: 0 }, seconds: 2 * HOUR },
    Rule { day: Date::Weekday { month: 11, week: 1, day: 0 }, seconds: 2 * HOUR },
];

impl Zone {
    /// What TZ says. There is no database of cities: such a name is UTC under another name,
    /// as with glibc where the database is missing.
    pub(super) fn parse(text: &[u8]) -> Zone {
        let text = text.strip_prefix(b":").unwrap_or(text);
        let mut reader = Reader { text, at: 0 };
        reader.zone().unwrap_or_else(|| Zone::utc(Reader { text, at: 0 }.name()))
    }

    fn utc(name: Option<Vec<u8>>) -> Zone {
        let name = name.unwrap_or_else(|| b"UTC".to_vec());
        Zone { standard: Clock { name, offset: 0 }, summer: None }
    }

    /// Which clock is in force at a time in seconds since 1970, and whether that is summer time.
    pub(super) fn at(&self, time: i64) -> (&Clock, bool) {
        let Some((summer, start, end)) = &self.summer else { return (&self.standard, false) };
        let Some(now) = calendar::broken(time, self.standard.offset) else { return (&self.standard, false) };
        let begins = start.in_year(now.year).saturating_sub(self.standard.offset);
        let ends = end.in_year(now.year).saturating_sub(summer.offset);
        let is_summer = if begins < ends {
            (begins..ends).contains(&time)
        } else {
            // The southern half of the earth: winter lies within the year.
            !(ends..begins).contains(&time)
        };
        if is_summer { (summer, true) } else { (&self.standard, false) }
    }

    /// The time for which this clock shows so many seconds; `summer` is `tm_isdst` (7.27.2.3p2).
    pub(super) fn time_of(&self, shown: i64, summer: i64) -> i64 {
        let by_standard = shown.saturating_sub(self.standard.offset);
        let Some((clock, ..)) = &self.summer else { return by_standard };
        let by_summer = shown.saturating_sub(clock.offset);
        match summer {
            0 => by_standard,
            1.. => by_summer,
            _ if self.at(by_standard).1 && self.at(by_summer).1 => by_summer,
            _ => by_standard,
        }
    }
}

impl Rule {
    /// Seconds since 1970 by the clock of the place, in a year counted from 1900.
    fn in_year(self, year: i64) -> i64 {
        let day =
            |month: i64, day: i64| calendar::seconds(&Broken { year, month, day, ..Broken::default() }).div_euclid(DAY);
        let first = day(0, 1);
        let date = match self.day {
            Date::Ordinal(n) => first.saturating_add(n),
            Date::Counted(n) => {
                let leaps = day(2, 1).saturating_sub(first) == 60 && n > 59;
                first.saturating_add(n).saturating_sub(i64::from(!leaps))
            }
            Date::Weekday { month, week, day: weekday } => {
                let (start, next) = (day(month.saturating_sub(1), 1), day(month, 1));
                // 1970-01-01 was a Thursday.
                let ahead = weekday.saturating_sub(start.saturating_add(4)).rem_euclid(7);
                let wanted = start.saturating_add(ahead).saturating_add(week.saturating_sub(1).saturating_mul(7));
                if wanted >= next { wanted.saturating_sub(7) } else { wanted }
            }
        };
        date.saturating_mul(DAY).saturating_add(self.seconds)
    }
}

/// Reads the text of TZ.
struct Reader<'t> {
    text: &'t [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: u8) -> bool {
        let there = self.peek() == Some(wanted);
        self.at = self.at.saturating_add(usize::from(there));
        there
    }

    fn zone(&mut self) -> Option<Zone> {
        let standard = Clock { name: self.name()?, offset: self.time(24)?.saturating_neg() };
        if self.peek().is_none() {
            return Some(Zone { standard, summer: None });
        }
        let name = self.name()?;
        let offset = match self.peek() {
            None | Some(b',') => standard.offset.saturating_add(HOUR),
            Some(_) => self.time(24)?.saturating_neg(),
        };
        let [start, end] = if self.take(b',') {
            let start = self.rule()?;
            if !self.take(b',') {
                return None;
            }
            [start, self.rule()?]
        } else {
            USUAL
        };
        let ended = self.peek().is_none();
        ended.then_some(Zone { standard, summer: Some((Clock { name, offset }, start, end)) })
    }

    /// At least three letters, or anything between `<` and `>`.
    fn name(&mut self) -> Option<Vec<u8>> {
        let quoted = self.take(b'<');
        let start = self.at;
        let belongs = |b: u8| b.is_ascii_alphabetic() || (quoted && (b.is_ascii_digit() || matches!(b, b'+' | b'-')));
        while self.peek().is_some_and(belongs) {
            self.at = self.at.saturating_add(1);
        }
        let name = self.text.get(start..self.at)?.to_vec();
        let closed = !quoted || self.take(b'>');
        (closed && name.len() >= 3).then_some(name)
    }

    fn number(&mut self, most: i64) -> Option<i64> {
        let start = self.at;
        let mut value = 0_i64;
        while let Some(digit) = self.peek().filter(u8::is_ascii_digit) {
            value = value.saturating_mul(10).saturating_add(i64::from(digit.wrapping_sub(b'0')));
            self.at = self.at.saturating_add(1);
        }
        (self.at > start && value <= most).then_some(value)
    }

    /// `[+-]hh[:mm[:ss]]` as seconds.
    fn time(&mut self, hours: i64) -> Option<i64> {
        let negative = self.take(b'-');
        if !negative {
            self.take(b'+');
        }
        let mut seconds = self.number(hours)?.saturating_mul(HOUR);
        for unit in [60, 1] {
            if !self.take(b':') {
                break;
            }
            seconds = seconds.saturating_add(self.number(59)?.saturating_mul(unit));
        }
        Some(if negative { seconds.saturating_neg() } else { seconds })
    }

    fn rule(&mut self) -> Option<Rule> {
        let day = if self.take(b'J') {
            Date::Counted(self.number(365)?)
        } else if self.take(b'M') {
            let month = self.number(12)?;
            let week = if self.take(b'.') { self.number(5)? } else { return None };
            let day = if self.take(b'.') { self.number(6)? } else { return None };
            Date::Weekday { month, week, day }
        } else {
            Date::Ordinal(self.number(365)?)
        };
        let seconds = if self.take(b'/') { self.time(167)? } else { 2 * HOUR };
        Some(Rule { day, seconds })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_and_its_rules_hold() {
        let berlin = Zone::parse(b"CET-1CEST,M3.5.0,M10.5.0/3");
        assert_eq!(berlin.standard, Clock { name: b"CET".to_vec(), offset: HOUR });
        // 2024-03-31 01:00 UTC and 2024-10-27 01:00 UTC.
        for (time, summer) in
            [(1_711_846_799, false), (1_711_846_800, true), (1_729_990_799, true), (1_729_990_800, false)]
        {
            assert_eq!(berlin.at(time).1, summer, "{time}");
        }
        let sydney = Zone::parse(b"AEST-10AEDT,M10.1.0,M4.1.0/3");
        assert!(sydney.at(1_704_067_200).1 && !sydney.at(1_720_000_000).1);
        let half = Zone::parse(b"<+0545>-5:45");
        assert_eq!(half.standard, Clock { name: b"+0545".to_vec(), offset: 20_700 });
        assert_eq!(Zone::parse(b"EST5EDT").summer.map(|s| s.0.offset), Some(-4 * HOUR));
        assert_eq!(Zone::parse(b"Europe/Berlin").standard, Clock { name: b"Europe".to_vec(), offset: 0 });
        assert_eq!(Zone::parse(b"").standard.name, b"UTC");
    }
}
