//! `<wchar.h>` (7.29) but its streams and formats: wide strings and their
//! conversions. `wchar_t` is an `int`; multibyte characters are those of the "C" locale.

mod copy;
mod multibyte;
mod numbers;
mod search;
mod units;

use super::Row;
use super::stdlib::Format;
use crate::memory::{I32, U16};

pub(super) use units::string;

const HEADER: &str = "wchar.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    // Copying and concatenation (7.29.4.2, 7.29.4.3).
    Row::full("wcscpy", HEADER, copy::wcscpy),
    Row::full("wcsncpy", HEADER, copy::wcsncpy),
    Row::full("wmemcpy", HEADER, |context, call| copy::wmemcpy(context, call, true)),
    Row::full("wmemmove", HEADER, |context, call| copy::wmemcpy(context, call, false)),
    Row::full("wcscat", HEADER, |context, call| copy::concatenate(context, call, "wcscat", u64::MAX)),
    Row::full("wcsncat", HEADER, |context, call| copy::concatenate(context, call, "wcsncat", call.size(2))),
    Row::full("wmemset", HEADER, copy::wmemset),
    Row::full("wmempcpy", HEADER, copy::wmempcpy),
    Row::full("wcpcpy", HEADER, copy::wcpcpy),
    Row::full("wcpncpy", HEADER, copy::wcpncpy),
    Row::full("wcsdup", HEADER, copy::wcsdup),
    Row::full("wcsxfrm", HEADER, copy::wcsxfrm),
    // Comparison (7.29.4.4).
    Row::full("wcscmp", HEADER, |context, call| search::compare(context, call, u64::MAX, true, false)),
    Row::full("wcscoll", HEADER, |context, call| search::compare(context, call, u64::MAX, true, false)),
    Row::full("wcsncmp", HEADER, |context, call| search::compare(context, call, call.size(2), true, false)),
    Row::full("wcscasecmp", HEADER, |context, call| search::compare(context, call, u64::MAX, true, true)),
    Row::full("wcsncasecmp", HEADER, |context, call| search::compare(context, call, call.size(2), true, true)),
    Row::full("wmemcmp", HEADER, |context, call| search::compare(context, call, call.size(2), false, false)),
    // Search (7.29.4.5).
    Row::full("wcschr", HEADER, search::wcschr),
    Row::full("wcschrnul", HEADER, search::wcschrnul),
    Row::full("wcsrchr", HEADER, search::wcsrchr),
    Row::full("wcsspn", HEADER, |context, call| search::span(context, call, false)),
    Row::full("wcscspn", HEADER, |context, call| search::span(context, call, true)),
    Row::full("wcspbrk", HEADER, search::wcspbrk),
    Row::full("wcsstr", HEADER, search::wcsstr),
    Row::full("wcstok", HEADER, search::wcstok),
    Row::full("wmemchr", HEADER, search::wmemchr),
    Row::full("wcslen", HEADER, |context, call| search::length(context, call, u64::MAX)),
    Row::full("wcsnlen", HEADER, |context, call| search::length(context, call, call.size(1))),
    Row::full("wcwidth", HEADER, search::wcwidth),
    Row::full("wcswidth", HEADER, search::wcswidth),
    // Numbers (7.29.4.1).
    Row::full("wcstol", HEADER, |context, call| numbers::integer(context, call, "wcstol", true)),
    Row::full("wcstoll", HEADER, |context, call| numbers::integer(context, call, "wcstoll", true)),
    Row::full("wcstoimax", "inttypes.h", |context, call| numbers::integer(context, call, "wcstoimax", true)),
    Row::full("wcstoul", HEADER, |context, call| numbers::integer(context, call, "wcstoul", false)),
    Row::full("wcstoull", HEADER, |context, call| numbers::integer(context, call, "wcstoull", false)),
    Row::full("wcstoumax", "inttypes.h", |context, call| numbers::integer(context, call, "wcstoumax", false)),
    Row::full("wcstod", HEADER, |context, call| numbers::floating(context, call, Format::Double)),
    Row::full("wcstof", HEADER, |context, call| numbers::floating(context, call, Format::Single)),
    Row::full("wcstold", HEADER, |context, call| numbers::floating(context, call, Format::Double)),
    // Conversions (7.29.6).
    Row::full("btowc", HEADER, multibyte::btowc),
    Row::full("wctob", HEADER, multibyte::wctob),
    Row::full("mbsinit", HEADER, multibyte::mbsinit),
    Row::full("mbrlen", HEADER, multibyte::mbrlen),
    Row::full("mbrtowc", HEADER, multibyte::mbrtowc::<I32>),
    Row::full("mbrtoc32", "uchar.h", multibyte::mbrtowc::<I32>),
    Row::full("mbrtoc16", "uchar.h", multibyte::mbrtowc::<U16>),
    Row::full("wcrtomb", HEADER, multibyte::wcrtomb),
    Row::full("c32rtomb", "uchar.h", multibyte::wcrtomb),
    Row::full("c16rtomb", "uchar.h", multibyte::wcrtomb),
    Row::full("mbsrtowcs", HEADER, multibyte::mbsrtowcs),
    Row::full("wcsrtombs", HEADER, multibyte::wcsrtombs),
];
