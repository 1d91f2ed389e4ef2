//! `<getopt.h>`: `getopt` (POSIX), `getopt_long` and `getopt_long_only` (GNU), with
//! glibc's order: arguments that are no options are moved behind those that are.

mod long;

use super::string::scan;
use super::{Call, Context, Next, Row, stdio};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap};
use crate::sema::tree::NodeId;
use long::{Dashes, LongOptions};

const HEADER: &str = "getopt.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("getopt", "unistd.h", |context, call| scan_next(context, call, None)),
    Row::full("getopt_long", HEADER, |context, call| scan_next(context, call, Some(false))),
    Row::full("getopt_long_only", HEADER, |context, call| scan_next(context, call, Some(true))),
];

/// What is done about arguments that are no options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// They are moved to the end.
    #[default]
    Permute,
    /// The first one ends the options (`+`).
    Require,
    /// They are handed out as options of the number 1 (`-`).
    Return,
}

/// Where the scan of `argv` stands between two calls.
#[derive(Debug)]
pub(super) struct Scanner {
    started: bool,
    order: Order,
    /// The next argument, as `optind` says where the program names that variable.
    index: i64,
    /// What is left of a group of options (`-abc`); null between arguments.
    rest: Pointer,
    /// The arguments passed over that are no options.
    passed: std::ops::Range<i64>,
    /// The option that was wrong last (`optopt`).
    option: i64,
}

impl Default for Scanner {
    fn default() -> Scanner {
        Scanner { started: false, order: Order::Permute, index: 1, rest: Pointer::NULL, passed: 1..1, option: 0 }
    }
}

/// One call: the arguments, and what it will store.
struct Scan {
    count: i64,
    arguments: Pointer,
    /// The option characters, without what stands before them.
    options: Vec<u8>,
    is_loud: bool,
    node: NodeId,
    argument: Pointer,
}

impl Scan {
    /// An element of `argv`.
    fn element(&self, context: &Context<'_>, index: i64) -> Result<Pointer, Trap> {
        context.machine.memory.get_pointer(self.arguments.offset(index.wrapping_mul(8)))
    }

    /// Its text.
    fn text(&self, context: &Context<'_>, index: i64) -> Result<Vec<u8>, Trap> {
        let element = self.element(context, index)?;
        Ok(scan::string(&context.machine.memory, element)?.to_vec())
    }

    /// Tells the user, unless the program does that itself.
    fn complain(&self, context: &mut Context<'_>, words: &[&[u8]]) -> Result<(), Stop> {
        if self.is_loud {
            let mut line = self.text(context, 0)?;
            line.extend_from_slice(b": ");
            line.extend(words.concat());
            line.push(b'\n');
            stdio::to_stderr(context, &line)?;
        }
        Ok(())
    }

    /// What stands for an argument that is missing.
    fn missing(&self) -> i64 {
        i64::from(if self.options.first() == Some(&b':') { b':' } else { b'?' })
    }
}

/// Is this an argument that is no option? A single dash is none.
fn is_other(text: &[u8]) -> bool {
    !matches!(text, [b'-', _, ..])
}

fn scan_next(context: &mut Context<'_>, call: &Call<'_>, long: Option<bool>) -> Result<Next, Stop> {
    let named = context.state.variables.contains_key("optind");
    if named {
        context.state.options.index = context.int_variable("optind")?;
    }
    let mut options = scan::string(&context.machine.memory, call.pointer(2))?.to_vec();
    begin(&mut context.state.options, &options);
    if matches!(options.first(), Some(b'+' | b'-')) {
        options.remove(0);
    }
    let is_loud = context.int_variable("opterr")? != 0 && options.first() != Some(&b':');
    let mut scan = Scan {
        count: call.int(0),
        arguments: call.pointer(1),
        options,
        is_loud,
        node: call.node,
        argument: Pointer::NULL,
    };
    let long = long.map(|is_only| LongOptions { table: call.pointer(3), found_at: call.pointer(4), is_only });
    let answer = if scan.count < 1 { -1 } else { advance(context, &mut scan, long.as_ref())? };
    let index = context.state.options.index;
    context.set_int_variable("optind", index, call.node)?;
    context.set_pointer_variable("optarg", scan.argument, call.node)?;
    let option = context.state.options.option;
    context.set_int_variable("optopt", option, call.node)?;
    Ok(Next::int(answer))
}

/// The first call, and one after the program set `optind` to 0, begins anew.
fn begin(scanner: &mut Scanner, options: &[u8]) {
    if scanner.started && scanner.index != 0 {
        return;
    }
    let start = scanner.index.max(1);
    let order = match options.first() {
        Some(b'-') => Order::Return,
        Some(b'+') => Order::Require,
        _ => Order::Permute,
    };
    *scanner = Scanner {
        started: true,
        order,
        index: start,
        rest: Pointer::NULL,
        passed: start..start,
        option: scanner.option,
    };
}

fn advance(context: &mut Context<'_>, scan: &mut Scan, long: Option<&LongOptions>) -> Result<i64, Stop> {
    let rest = context.state.options.rest;
    if rest.is_null() || scan::string(&context.machine.memory, rest)?.is_empty() {
        if let Some(answer) = next_argument(context, scan)? {
            return Ok(answer);
        }
        let index = context.state.options.index;
        let (element, text) = (scan.element(context, index)?, scan.text(context, index)?);
        if let Some(long) = long {
            if text.get(1) == Some(&b'-') {
                let found = long.find(context, scan, element.offset(2), Dashes::Two)?;
                return Ok(found.unwrap_or(-1));
            }
            let is_short = text.len() == 2 && text.get(1).is_some_and(|letter| scan.options.contains(letter));
            if long.is_only
                && !is_short
                && let Some(answer) = long.find(context, scan, element.offset(1), Dashes::One)?
            {
                return Ok(answer);
            }
        }
        context.state.options.rest = element.offset(1);
    }
    letter(context, scan)
}

/// Goes to the next argument with options; the answer if there is none.
fn next_argument(context: &mut Context<'_>, scan: &mut Scan) -> Result<Option<i64>, Stop> {
    let index = context.state.options.index;
    let passed = &mut context.state.options.passed;
    *passed = passed.start.min(index)..passed.end.min(index);
    if context.state.options.order == Order::Permute {
        bring_forward(context, scan)?;
        while context.state.options.index < scan.count && is_other(&scan.text(context, context.state.options.index)?) {
            context.state.options.index = context.state.options.index.saturating_add(1);
        }
        context.state.options.passed.end = context.state.options.index;
    }
    if context.state.options.index < scan.count && scan.text(context, context.state.options.index)? == b"--" {
        context.state.options.index = context.state.options.index.saturating_add(1);
        bring_forward(context, scan)?;
        context.state.options.passed.end = scan.count;
        context.state.options.index = scan.count;
    }
    let scanner = &mut context.state.options;
    if scanner.index >= scan.count {
        if !scanner.passed.is_empty() {
            scanner.index = scanner.passed.start;
        }
        return Ok(Some(-1));
    }
    if is_other(&scan.text(context, context.state.options.index)?) {
        if context.state.options.order == Order::Require {
            return Ok(Some(-1));
        }
        scan.argument = scan.element(context, context.state.options.index)?;
        context.state.options.index = context.state.options.index.saturating_add(1);
        return Ok(Some(1));
    }
    Ok(None)
}

/// The options that follow the arguments passed over change places with them.
fn bring_forward(context: &mut Context<'_>, scan: &Scan) -> Result<(), Stop> {
    let (passed, index) = (context.state.options.passed.clone(), context.state.options.index);
    if passed.end == index {
        return Ok(());
    }
    if passed.is_empty() {
        context.state.options.passed.start = index;
        return Ok(());
    }
    let elements = (passed.end..index).chain(passed.clone());
    let pointers = elements.map(|i| scan.element(context, i)).collect::<Result<Vec<_>, _>>()?;
    for (pointer, place) in pointers.into_iter().zip(passed.start..) {
        let at = scan.arguments.offset(place.wrapping_mul(8));
        context.machine.memory.put_pointer(at, pointer, scan.node)?;
    }
    let moved = index.saturating_sub(passed.end);
    context.state.options.passed = passed.start.saturating_add(moved)..index;
    Ok(())
}

/// An option of one letter, and its argument.
fn letter(context: &mut Context<'_>, scan: &mut Scan) -> Result<i64, Stop> {
    let rest = context.state.options.rest;
    let text = scan::string(&context.machine.memory, rest)?.to_vec();
    let Some((letter, behind)) = text.split_first() else { return Ok(-1) };
    let is_last = behind.is_empty();
    context.state.options.rest = rest.offset(1);
    if is_last {
        context.state.options.index = context.state.options.index.saturating_add(1);
    }
    let place = scan.options.iter().position(|known| known == letter);
    let place = place.filter(|_| !matches!(letter, b':' | b';'));
    let Some(place) = place else {
        scan.complain(context, &[b"invalid option -- '", &[*letter], b"'"])?;
        context.state.options.option = i64::from(*letter);
        return Ok(i64::from(b'?'));
    };
    let wants = scan.options.iter().skip(place.saturating_add(1)).take_while(|b| **b == b':').count();
    if wants > 0 {
        context.state.options.rest = Pointer::NULL;
        let index = context.state.options.index;
        if !is_last {
            scan.argument = rest.offset(1);
            context.state.options.index = index.saturating_add(1);
        } else if wants == 1 {
            if index >= scan.count {
                scan.complain(context, &[b"option requires an argument -- '", &[*letter], b"'"])?;
                context.state.options.option = i64::from(*letter);
                return Ok(scan.missing());
            }
            scan.argument = scan.element(context, index)?;
            context.state.options.index = index.saturating_add(1);
        }
    }
    Ok(i64::from(*letter))
}
