//! What goes wrong in library functions, and what they leave alone.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used)]

use super::testing::{Bench, NODE, Typed};
use super::{Next, rows};
use crate::kinds::Kind;
use crate::machine::{Stop, Value};
use crate::memory::{I32, Pointer, TrapData, function_address};

fn sized(bench: &Bench, size: i64) -> Typed {
    (Value::Int(size), bench.types.unsigned_long)
}

#[test]
fn every_row_has_a_prototype_in_its_header() {
    let families = ["math.h", "", "stdio.h"];
    for row in rows().filter(|row| !families.contains(&row.header)) {
        let text = crate::preprocess::headers::text(row.header).unwrap_or_default();
        assert!(text.contains(&format!("{}(", row.name)), "'{}' is not in <{}>", row.name, row.header);
    }
}

#[test]
fn a_destination_that_is_too_small_is_told_with_what_was_needed() {
    let mut bench = Bench::new(b"");
    let (to, from) = (bench.block(4), bench.string(b"hello"));
    let arguments = [bench.chars(to), bench.chars(from)];
    let trap = bench.trap("strcpy", &arguments);
    assert_eq!(trap.kind, Kind::OutOfBounds);
    assert!(matches!(trap.data, TrapData::Access { size: 6, pointer, .. } if pointer == to), "{:?}", trap.data);
}

#[test]
fn a_string_without_end_and_an_unwritten_one() {
    let mut bench = Bench::new(b"");
    let place = bench.block(3);
    bench.machine.memory.write(place, b"abc", NODE).unwrap();
    let argument = [bench.chars(place)];
    assert_eq!(bench.trap("strlen", &argument).kind, Kind::OutOfBounds);
    let place = bench.block(8);
    bench.machine.memory.write(place, b"abc", NODE).unwrap();
    let argument = [bench.chars(place)];
    let trap = bench.trap("strlen", &argument);
    assert!(matches!(trap.data, TrapData::Uninitialized { offset: 3, .. }), "{:?}", trap.data);
    // Nothing is needed beyond the first difference.
    let other = bench.string(b"abd");
    let arguments = [bench.chars(place), bench.chars(other)];
    assert_eq!(bench.value("strcmp", &arguments), Value::Int(-1));
    let arguments = [bench.chars(place), bench.int(i64::from(b'b'))];
    assert_eq!(bench.value("strchr", &arguments), Value::Pointer(place.offset(1)));
}

#[test]
fn copies_that_overlap() {
    let mut bench = Bench::new(b"");
    let text = bench.string(b"0123456789");
    let arguments = |bench: &Bench, to: i64, from: i64, n: i64| {
        [bench.chars(text.offset(to)), bench.chars(text.offset(from)), sized(bench, n)]
    };
    let near = arguments(&bench, 2, 0, 5);
    assert_eq!(bench.trap("memcpy", &near).kind, Kind::OverlappingCopy);
    for (to, from, n) in [(5, 0, 5), (0, 5, 5), (0, 0, 5), (1, 0, 0)] {
        let apart = arguments(&bench, to, from, n);
        assert!(bench.call("memcpy", &apart).is_ok(), "{to} {from} {n}");
    }
    assert!(bench.call("memmove", &near).is_ok());
    let itself = [bench.chars(text), bench.chars(text)];
    assert_eq!(bench.trap("strcat", &itself).kind, Kind::OutOfBounds);
    let shifted = [bench.chars(text), bench.chars(text.offset(3))];
    assert_eq!(bench.trap("strcpy", &shifted).kind, Kind::OverlappingCopy);
}

#[test]
fn null_and_freed_pointers() {
    let mut bench = Bench::new(b"");
    let null = [bench.chars(Pointer::NULL)];
    assert_eq!(bench.trap("strlen", &null).kind, Kind::NullDereference);
    let nothing = [bench.chars(Pointer::NULL), bench.chars(Pointer::NULL), sized(&bench, 0)];
    for name in ["memcpy", "memcmp", "strncmp"] {
        assert!(bench.call(name, &nothing).is_ok(), "{name}");
    }
    let block = bench.string(b"x");
    let argument = [bench.chars(block)];
    assert!(bench.call("free", &argument).is_ok());
    assert_eq!(bench.trap("strlen", &argument).kind, Kind::UseAfterFree);
    assert_eq!(bench.trap("free", &argument).kind, Kind::DoubleFree);
    assert!(bench.call("free", &null).is_ok());
}

#[test]
fn messages_may_be_read_but_not_written() {
    let mut bench = Bench::new(b"");
    let two = [bench.int(2)];
    let Value::Pointer(text) = bench.value("strerror", &two) else { panic!("no pointer") };
    assert_eq!(bench.text_at(text), "No such file or directory");
    assert_eq!(bench.value("strerror", &two), Value::Pointer(text));
    let write = [bench.chars(text), bench.int(0), sized(&bench, 1)];
    assert_eq!(bench.trap("memset", &write).kind, Kind::ReadonlyWrite);
    bench.world.borrow_mut().environment.insert(b"HOME".to_vec(), b"/home/me".to_vec());
    let home = bench.string(b"HOME");
    let name = [bench.chars(home)];
    let Value::Pointer(value) = bench.value("getenv", &name) else { panic!("no pointer") };
    assert_eq!(bench.text_at(value), "/home/me");
    let write = [bench.chars(value), bench.int(0), sized(&bench, 1)];
    assert_eq!(bench.trap("memset", &write).kind, Kind::ReadonlyWrite);
}

#[test]
fn tokens() {
    let mut bench = Bench::new(b"");
    let (text, set) = (bench.string(b",a,,b;c"), bench.string(b",;"));
    let mut found = Vec::new();
    let mut first = text;
    while let Value::Pointer(token) = bench.value("strtok", &[bench.chars(first), bench.chars(set)])
        && !token.is_null()
    {
        found.push(bench.text_at(token));
        first = Pointer::NULL;
    }
    assert_eq!(found, ["a", "b", "c"]);
    let literal = bench.state.object("getenv", 0);
    bench.machine.memory.write(literal, b"a b\0", NODE).unwrap();
    bench.machine.memory.seal(literal.tag);
    let arguments = [bench.chars(literal), bench.chars(set)];
    assert!(bench.call("strtok", &arguments).is_ok(), "no delimiter, so nothing is written");
    let blank = bench.string(b" ");
    let arguments = [bench.chars(literal), bench.chars(blank)];
    assert_eq!(bench.trap("strtok", &arguments).kind, Kind::ReadonlyWrite);
}

#[test]
fn characters_out_of_range() {
    let mut bench = Bench::new(b"");
    let far = [bench.int(1000)];
    assert_eq!(bench.trap("isalpha", &far).kind, Kind::BadArgument);
    let negative = [bench.int(-61)];
    assert_eq!(bench.value("isalpha", &negative), Value::Int(0));
    assert_eq!(bench.machine.pending.len(), 1);
    let end = [bench.int(-1)];
    assert_eq!(bench.value("toupper", &end), Value::Int(-1));
}

#[test]
fn the_end_of_the_program() {
    let mut bench = Bench::new(b"");
    assert!(matches!(bench.call("abort", &[]), Err(Stop::Trap(trap)) if trap.kind == Kind::Aborted));
    let three = [bench.int(3)];
    assert!(matches!(bench.call("exit", &three), Ok(Next::Exit(3))));
    let handler = Pointer { addr: function_address(0), ..Pointer::NULL };
    let argument = [(Value::Pointer(handler), bench.types.void_pointer)];
    assert_eq!(bench.value("atexit", &argument), Value::Int(0));
    assert_eq!(bench.state.next_exit_handler(), Some((handler, NODE)));
    assert_eq!(bench.state.next_exit_handler(), None);
    let ignore = [bench.int(6), (Value::Pointer(handler), bench.types.void_pointer)];
    assert_eq!(bench.value("signal", &ignore), Value::Pointer(Pointer::NULL));
    assert!(matches!(bench.call("raise", &[bench.int(6)]), Ok(Next::Call(call)) if call.function == handler));
    assert!(matches!(bench.call("raise", &[bench.int(15)]), Ok(Next::Terminate(143))));
}

#[test]
fn reading_and_writing_descriptors() {
    let mut bench = Bench::new(b"input");
    let place = bench.block(8);
    let arguments = [bench.int(0), bench.chars(place), sized(&bench, 8)];
    assert_eq!(bench.value("read", &arguments), Value::Int(5));
    let arguments = [bench.int(1), bench.chars(place), sized(&bench, 5)];
    assert_eq!(bench.value("write", &arguments), Value::Int(5));
    assert_eq!(bench.output(), "input");
    let arguments = [bench.int(9), bench.chars(place), sized(&bench, 5)];
    assert_eq!(bench.value("write", &arguments), Value::Int(-1));
    let errno = bench.state.object("errno", 0);
    assert_eq!(bench.machine.memory.get::<I32>(errno), Ok(9));
}
