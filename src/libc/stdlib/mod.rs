//! `<stdlib.h>` (7.22) with what POSIX and GNU add, and `<malloc.h>`.

mod arithmetic;
mod bsearch;
mod convert;
mod environment;
mod exit;
pub(in crate::libc) mod floating;
mod generators;
mod heap;
pub(in crate::libc) mod integer;
mod multibyte;
mod radix64;
pub(in crate::libc) mod random;
mod sort;

pub(super) use arithmetic::divide;
pub(super) use convert::{signed, unsigned};
pub use environment::environment_list;
pub(super) use environment::{Environment, given_to_environment, list_environment, variable};
pub(super) use exit::Handlers;
pub(super) use floating::Format;
pub(super) use generators::Generators;
pub(super) use heap::allocated;
pub(super) use integer::is_space;

use super::{Action, Next, Row, Static};
use crate::memory::{F64, I32, I64};
use random::Congruential;

const HEADER: &str = "stdlib.h";

/// The objects of this header, by the files that use them.
pub(super) const STATICS: &[&[Static]] = &[environment::STATICS, generators::STATICS, radix64::STATICS];

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    // Memory (7.22.3).
    Row { name: "malloc", header: HEADER, action: Action::Allocate(heap::from_hole, heap::malloc) },
    Row::full("calloc", HEADER, heap::calloc),
    Row::full("realloc", HEADER, |context, call| heap::realloc(context, call, call.size(1))),
    Row::full("reallocarray", HEADER, heap::reallocarray),
    Row { name: "free", header: HEADER, action: Action::Release(heap::release, heap::free) },
    Row::full("aligned_alloc", HEADER, |context, call| heap::aligned(context, call, "aligned_alloc")),
    Row::full("memalign", "malloc.h", |context, call| heap::aligned(context, call, "memalign")),
    Row::full("posix_memalign", HEADER, heap::posix_memalign),
    Row::full("valloc", HEADER, heap::valloc),
    Row::full("malloc_usable_size", "malloc.h", heap::usable_size),
    // The end of the program (7.22.4).
    Row::full("exit", HEADER, exit::exit),
    Row::full("_Exit", HEADER, exit::terminate),
    Row::full("_exit", "unistd.h", exit::terminate),
    Row::full("quick_exit", HEADER, exit::quick_exit),
    Row::full("atexit", HEADER, exit::atexit),
    Row::full("at_quick_exit", HEADER, exit::at_quick_exit),
    Row::full("abort", HEADER, exit::abort),
    Row::full("getenv", HEADER, environment::getenv),
    Row::full("secure_getenv", HEADER, environment::getenv),
    Row::full("setenv", HEADER, environment::setenv),
    Row::full("unsetenv", HEADER, environment::unsetenv),
    Row::full("putenv", HEADER, environment::putenv),
    Row::full("clearenv", HEADER, environment::clearenv),
    // Text to numbers (7.22.1).
    Row::full("atoi", HEADER, convert::atoi),
    Row::full("atol", HEADER, |context, call| convert::atol(context, call, "atol")),
    Row::full("atoll", HEADER, |context, call| convert::atol(context, call, "atoll")),
    Row::full("atof", HEADER, convert::atof),
    Row::full("strtol", HEADER, |context, call| convert::signed(context, call, "strtol")),
    Row::full("strtoll", HEADER, |context, call| convert::signed(context, call, "strtoll")),
    Row::full("strtoul", HEADER, |context, call| convert::unsigned(context, call, "strtoul")),
    Row::full("strtoull", HEADER, |context, call| convert::unsigned(context, call, "strtoull")),
    Row::full("strtoq", HEADER, |context, call| convert::signed(context, call, "strtoq")),
    Row::full("strtouq", HEADER, |context, call| convert::unsigned(context, call, "strtouq")),
    Row::full("strtod", HEADER, |context, call| convert::floating(context, call, Format::Double)),
    Row::full("strtof", HEADER, |context, call| convert::floating(context, call, Format::Single)),
    Row::full("strtold", HEADER, |context, call| convert::floating(context, call, Format::Double)),
    Row::full("a64l", HEADER, radix64::a64l),
    Row::full("l64a", HEADER, radix64::l64a),
    Row::full("gcvt", HEADER, convert::gcvt),
    // Pseudo-random numbers (7.22.2).
    Row::full("rand", HEADER, generators::rand),
    Row::full("random", HEADER, generators::rand),
    Row::full("srand", HEADER, generators::srand),
    Row::full("srandom", HEADER, generators::srand),
    Row::full("rand_r", HEADER, generators::rand_r),
    Row::full("drand48", HEADER, generators::drand48),
    Row::full("lrand48", HEADER, generators::lrand48),
    Row::full("mrand48", HEADER, generators::mrand48),
    Row::full("srand48", HEADER, generators::srand48),
    Row::full("erand48", HEADER, |context, call| {
        generators::with_state(context, call, |generator| Next::float(generator.next_float()))
    }),
    Row::full("nrand48", HEADER, |context, call| {
        generators::with_state(context, call, |generator| Next::int(generator.next_long()))
    }),
    Row::full("jrand48", HEADER, |context, call| {
        generators::with_state(context, call, |generator| Next::int(generator.next_signed()))
    }),
    Row::full("seed48", HEADER, generators::seed48),
    Row::full("lcong48", HEADER, generators::lcong48),
    Row::full("srand48_r", HEADER, generators::srand48_r),
    Row::full("drand48_r", HEADER, |context, call| {
        let value = generators::step_data(context, call, Congruential::next_float)?;
        context.machine.memory.put::<F64>(call.pointer(1), value, call.node)?;
        Ok(Next::int(0))
    }),
    Row::full("lrand48_r", HEADER, |context, call| {
        let value = generators::step_data(context, call, Congruential::next_long)?;
        context.machine.memory.put::<I64>(call.pointer(1), value, call.node)?;
        Ok(Next::int(0))
    }),
    Row::full("mrand48_r", HEADER, |context, call| {
        let value = generators::step_data(context, call, Congruential::next_signed)?;
        context.machine.memory.put::<I64>(call.pointer(1), value, call.node)?;
        Ok(Next::int(0))
    }),
    // Searching and sorting (7.22.5).
    Row::full("bsearch", HEADER, bsearch::bsearch),
    Row::full("qsort", HEADER, |context, call| sort::qsort(context, call, false)),
    Row::full("qsort_r", HEADER, |context, call| sort::qsort(context, call, true)),
    // Integer arithmetic (7.22.6).
    Row::full("abs", HEADER, |context, call| arithmetic::absolute(context, call, 32)),
    Row::full("labs", HEADER, |context, call| arithmetic::absolute(context, call, 64)),
    Row::full("llabs", HEADER, |context, call| arithmetic::absolute(context, call, 64)),
    Row::full("div", HEADER, arithmetic::divide::<I32>),
    Row::full("ldiv", HEADER, arithmetic::divide::<I64>),
    Row::full("lldiv", HEADER, arithmetic::divide::<I64>),
    // Multibyte characters (7.22.7, 7.22.8).
    Row::full("__ctype_get_mb_cur_max", HEADER, |context, _| Ok(Next::int(context.state.encoding.longest()))),
    Row::full("mblen", HEADER, multibyte::mblen),
    Row::full("mbtowc", HEADER, multibyte::mbtowc),
    Row::full("wctomb", HEADER, multibyte::wctomb),
    Row::full("mbstowcs", HEADER, multibyte::mbstowcs),
    Row::full("wcstombs", HEADER, multibyte::wcstombs),
];
