//! `<time.h>` (7.27) and `<sys/time.h>`, on the host's clock.

mod calendar;
mod clock;
mod format;
mod local;
mod parse;
mod record;
mod zone;

use super::{Row, Static};

pub(super) use local::begin;

const HEADER: &str = "time.h";

/// Static objects: what `gmtime` and `asctime` return, and names of time zones.
pub(super) const STATICS: &[Static] = &[
    Static { name: "struct tm", size: record::SIZE, align: 8, count: 1, read_only: false },
    Static { name: "asctime", size: 64, align: 1, count: 1, read_only: false },
    Static { name: "time zone", size: local::NAME_SIZE, align: 1, count: local::NAMES, read_only: false },
];

/// The rows of both headers, and what `unistd.h` has for waiting.
pub(super) const ROWS: &[Row] = &[
    Row::full("time", HEADER, clock::time),
    Row::full("clock", HEADER, clock::clock),
    Row::full("difftime", HEADER, clock::difftime),
    Row::full("timespec_get", HEADER, clock::timespec_get),
    Row::full("clock_gettime", HEADER, clock::clock_gettime),
    Row::full("clock_getres", HEADER, clock::clock_getres),
    Row::full("gettimeofday", "sys/time.h", clock::gettimeofday),
    Row::full("nanosleep", HEADER, clock::nanosleep),
    Row::full("sleep", "unistd.h", clock::sleep),
    Row::full("usleep", "unistd.h", clock::usleep),
    Row::full("gmtime", HEADER, |context, call| record::broken_down(context, call, false, false)),
    Row::full("localtime", HEADER, |context, call| record::broken_down(context, call, true, false)),
    Row::full("gmtime_r", HEADER, |context, call| record::broken_down(context, call, false, true)),
    Row::full("localtime_r", HEADER, |context, call| record::broken_down(context, call, true, true)),
    Row::full("mktime", HEADER, |context, call| record::normalise(context, call, true)),
    Row::full("timelocal", HEADER, |context, call| record::normalise(context, call, true)),
    Row::full("timegm", HEADER, |context, call| record::normalise(context, call, false)),
    Row::full("asctime", HEADER, |context, call| record::asctime(context, call, false)),
    Row::full("asctime_r", HEADER, |context, call| record::asctime(context, call, true)),
    Row::full("ctime", HEADER, |context, call| record::ctime(context, call, false)),
    Row::full("ctime_r", HEADER, |context, call| record::ctime(context, call, true)),
    Row::full("strftime", HEADER, |context, call| record::strftime(context, call, false)),
    Row::full("wcsftime", "wchar.h", |context, call| record::strftime(context, call, true)),
    Row::full("tzset", HEADER, local::tzset),
    Row::full("strptime", HEADER, parse::strptime),
    Row::full("clock_nanosleep", HEADER, clock::clock_nanosleep),
    Row::full("times", "sys/times.h", clock::times),
    Row::full("getrusage", "sys/resource.h", clock::getrusage),
];
