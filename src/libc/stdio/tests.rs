//! Streams, files, and what goes wrong with them.

use crate::kinds::Kind;
use crate::libc::testing::{Bench, NODE, Typed};
use crate::libc::{Next, open_files};
use crate::machine::{HostError, Output, Value};
use crate::memory::{I32, I64, Pointer, Trap, TrapData};

impl Bench {
    fn file(&mut self, path: &str, mode: &str) -> Typed {
        let (path, mode) = (self.string(path.as_bytes()), self.string(mode.as_bytes()));
        let arguments = [self.chars(path), self.chars(mode)];
        (self.value("fopen", &arguments), self.types.void_pointer)
    }

    fn standard(&self, name: &str) -> Typed {
        (crate::libc::global_value(name, &self.state).expect("a stream"), self.types.void_pointer)
    }

    fn number(&mut self, name: &str, arguments: &[Typed]) -> i64 {
        match self.value(name, arguments) {
            Value::Int(value) => value,
            other => panic!("'{name}' returned {other:?}"),
        }
    }

    fn put_text(&mut self, text: &str, file: Typed) {
        let text = self.string(text.as_bytes());
        let arguments = [self.chars(text), file];
        assert!(self.number("fputs", &arguments) >= 0);
    }

    fn file_content(&self, path: &str) -> String {
        let world = self.world.borrow();
        String::from_utf8_lossy(&world.files[path.as_bytes()]).into_owned()
    }

    fn kinds(&self) -> Vec<Kind> {
        self.machine.pending.iter().map(|(trap, _)| trap.kind).collect()
    }
}

#[test]
fn a_file_is_written_and_read_back() {
    let mut bench = Bench::new(b"");
    let file = bench.file("a.txt", "w");
    bench.put_text("one\ntwo\nthree", file);
    assert_eq!(bench.file_content("a.txt"), "");
    assert_eq!(bench.number("fclose", &[file]), 0);
    assert_eq!(bench.file_content("a.txt"), "one\ntwo\nthree");
    let file = bench.file("a.txt", "r");
    let line = bench.block(20);
    let gets = [bench.chars(line), bench.int(20), file];
    let mut lines = Vec::new();
    while bench.value("fgets", &gets) != Value::Pointer(Pointer::NULL) {
        lines.push(bench.text_at(line));
    }
    assert_eq!(lines, ["one\n", "two\n", "three"]);
    assert_eq!(bench.number("feof", &[file]), 1);
    assert_eq!(bench.number("fgetc", &[file]), -1);
    bench.value("rewind", &[file]);
    assert_eq!((bench.number("feof", &[file]), bench.number("fgetc", &[file])), (0, 111));
    assert_eq!(open_files(&bench.state).len(), 1);
    bench.number("fclose", &[file]);
    assert!(open_files(&bench.state).is_empty());
    assert!(bench.kinds().is_empty());
}

#[test]
fn positions() {
    let mut bench = Bench::new(b"");
    bench.world.borrow_mut().files.insert(b"d".to_vec(), b"0123456789".to_vec());
    let file = bench.file("d", "r+");
    assert_eq!(bench.number("fgetc", &[file]), 48);
    assert_eq!(bench.number("ftell", &[file]), 1);
    let (two, current, end) = (bench.int(2), bench.int(1), bench.int(2));
    assert_eq!(bench.number("fseek", &[file, two, current]), 0);
    assert_eq!(bench.number("fgetc", &[file]), i64::from(b'3'));
    let x = bench.int(i64::from(b'x'));
    assert_eq!(bench.number("ungetc", &[x, file]), i64::from(b'x'));
    assert_eq!(bench.number("ftell", &[file]), 3);
    assert_eq!(bench.number("fgetc", &[file]), i64::from(b'x'));
    let back = bench.int(-1);
    assert_eq!(bench.number("fseek", &[file, back, end]), 0);
    assert_eq!(bench.number("fputc", &[x, file]), i64::from(b'x'));
    bench.number("fflush", &[file]);
    assert_eq!(bench.file_content("d"), "012345678x");
    let place = bench.block(16);
    let position = (Value::Pointer(place), bench.types.long_pointer);
    assert_eq!(bench.number("fgetpos", &[file, position]), 0);
    assert_eq!(bench.machine.memory.get::<I64>(place), Ok(10));
    let zero = bench.int(0);
    let minus = bench.int(-5);
    assert_eq!(bench.number("fseek", &[file, minus, zero]), -1);
    assert!(bench.kinds().is_empty());
}

#[test]
fn a_change_of_direction_needs_a_seek() {
    let mut bench = Bench::new(b"");
    bench.world.borrow_mut().files.insert(b"d".to_vec(), b"abc".to_vec());
    let file = bench.file("d", "r+");
    bench.number("fgetc", &[file]);
    let x = bench.int(88);
    bench.number("fputc", &[x, file]);
    assert_eq!(bench.kinds(), [Kind::BadArgument]);
    bench.number("fgetc", &[file]);
    assert_eq!(bench.kinds().len(), 2);
    assert_eq!(bench.file_content("d"), "aXc");
}

#[test]
fn appending() {
    let mut bench = Bench::new(b"");
    bench.world.borrow_mut().files.insert(b"d".to_vec(), b"abc".to_vec());
    let file = bench.file("d", "a");
    bench.put_text("def", file);
    bench.number("fclose", &[file]);
    assert_eq!(bench.file_content("d"), "abcdef");
}

#[test]
fn streams_that_are_not_open() {
    let mut bench = Bench::new(b"");
    let file = bench.file("nowhere", "r");
    assert_eq!(file.0, Value::Pointer(Pointer::NULL));
    assert_eq!(bench.context().errno(), 2);
    let trap = bench.trap("fgetc", &[file]);
    assert_eq!(trap.kind, Kind::NullDereference);
    let TrapData::Noted { note, place, .. } = trap.data else { panic!("a note") };
    assert!(note.contains("fopen(\"nowhere\") returned NULL here: No such file or directory"), "{note}");
    assert_eq!(place, Some(NODE));
    let file = bench.file("new", "w");
    bench.number("fclose", &[file]);
    assert_eq!(bench.trap("fclose", &[file]).kind, Kind::UseAfterClose);
    let other = bench.file("new", "r");
    assert_ne!(file.0, other.0);
    assert_eq!(bench.trap("fgetc", &[file]).kind, Kind::UseAfterClose);
    let nothing = bench.block(8);
    assert_eq!(bench.trap("fgetc", &[(Value::Pointer(nothing), file.1)]).kind, Kind::BadArgument);
    let gone = Pointer { addr: 0x10, ..nothing };
    assert_ne!(bench.trap("fgetc", &[(Value::Pointer(gone), file.1)]).kind, Kind::BadArgument);
    let x = bench.int(1);
    assert_eq!(bench.number("fputc", &[x, other]), -1);
    assert_eq!(bench.kinds(), [Kind::BadArgument]);
}

#[test]
fn a_prompt_is_seen_before_input_is_read() {
    let mut bench = Bench::new(b"42\n");
    let prompt = bench.string(b"number? ");
    let arguments = [bench.chars(prompt)];
    bench.number("printf", &arguments);
    assert!(bench.world.borrow().stdout.is_empty());
    assert_eq!(bench.number("getchar", &[]), i64::from(b'4'));
    assert_eq!(bench.world.borrow().stdout, b"number? ");
}

#[test]
fn a_word_longer_than_its_array() {
    let mut bench = Bench::new(b"extraordinary");
    let (format, array) = (bench.string(b"%s"), bench.block(8));
    let arguments = [bench.chars(format), bench.chars(array)];
    let trap = bench.trap("scanf", &arguments);
    assert_eq!(trap.kind, Kind::OutOfBounds);
    let TrapData::Noted { note, .. } = trap.data else { panic!("a note") };
    assert!(note.contains("'%s' has no bound"), "{note}");
}

#[test]
fn what_scanf_left_is_remembered() {
    let mut bench = Bench::new(b"12 abc");
    let format = bench.string(b"%d %d %d");
    let places = [bench.block(4), bench.block(4), bench.block(4)];
    let mut arguments = vec![bench.chars(format)];
    arguments.extend(places.map(|place| (Value::Pointer(place), bench.types.int_pointer)));
    assert_eq!(bench.number("scanf", &arguments), 1);
    assert_eq!(bench.machine.memory.get::<I32>(places[0]), Ok(12));
    let find = |place: Pointer| bench.state.unassigned.find(place, |other| other.tag == place.tag);
    assert!(find(places[0]).is_none());
    assert!(find(places[1]).is_some_and(|found| found.reason.contains("'a'")));
    assert!(find(places[2]).is_some());
    assert_eq!(bench.number("getchar", &[]), i64::from(b'a'));
}

#[test]
fn blocks_and_what_was_never_written() {
    let mut bench = Bench::new(b"");
    let file = bench.file("b", "w+b");
    let block = bench.block(16);
    let at = bench.machine.memory.objects.writable(block, 16).expect("room");
    bench.machine.memory.store::<I32>(at, 7, NODE);
    bench.machine.memory.store::<I64>(at + 8, 9, NODE);
    let (size, one) = (bench.int(16), bench.int(1));
    let arguments = [bench.chars(block), size, one, file];
    assert_eq!(bench.number("fwrite", &arguments), 1);
    assert!(bench.kinds().is_empty());
    bench.value("rewind", &[file]);
    let into = bench.block(16);
    let arguments = [bench.chars(into), size, one, file];
    assert_eq!(bench.number("fread", &arguments), 1);
    assert_eq!(bench.machine.memory.get::<I64>(into.offset(8)), Ok(9));
    let fresh = bench.block(4);
    let four = bench.int(4);
    let arguments = [bench.chars(fresh), one, four, file];
    bench.value("rewind", &[file]);
    bench.number("fwrite", &arguments);
    assert_eq!(bench.kinds(), [Kind::UninitializedRead]);
}

#[test]
fn snprintf_bounds_and_strings_of_unwritten_bytes() {
    let mut bench = Bench::new(b"");
    let (array, format) = (bench.block(4), bench.string(b"%s-%.3s"));
    let (text, unended) = (bench.string(b"abcdef"), bench.block(3));
    bench.machine.memory.write(unended, b"xyz", NODE).expect("room");
    let mut arguments = vec![bench.chars(array), bench.int(4), bench.chars(format), bench.chars(text)];
    arguments.push(bench.chars(unended));
    assert_eq!(bench.number("snprintf", &arguments), 10);
    assert_eq!(bench.text_at(array), "abc");
    let plain = bench.string(b"%s");
    let arguments = [bench.chars(plain), bench.chars(unended)];
    assert_eq!(bench.trap("printf", &arguments).kind, Kind::OutOfBounds);
    let unwritten = bench.block(3);
    let arguments = [bench.chars(plain), bench.chars(unwritten)];
    assert_eq!(bench.trap("printf", &arguments).kind, Kind::UninitializedRead);
    let arguments = [bench.chars(array), bench.chars(plain), bench.chars(text)];
    assert_eq!(bench.trap("sprintf", &arguments).kind, Kind::OutOfBounds);
}

#[test]
fn getline_grows_its_block() {
    let long = "x".repeat(500);
    let mut bench = Bench::new(format!("short\n{long}\nlast").as_bytes());
    let (line, size) = (bench.block(8), bench.block(8));
    bench.machine.memory.put_pointer(line, Pointer::NULL, NODE).expect("room");
    bench.machine.memory.put::<I64>(size, 0, NODE).expect("room");
    let stdin = bench.standard("stdin");
    let arguments =
        [(Value::Pointer(line), bench.types.pointer_pointer), (Value::Pointer(size), bench.types.long_pointer), stdin];
    assert_eq!(bench.number("getline", &arguments), 6);
    assert_eq!(bench.number("getline", &arguments), 501);
    let block = bench.machine.memory.get_pointer(line).expect("written");
    assert_eq!(bench.text_at(block), format!("{long}\n"));
    assert_eq!(bench.number("getline", &arguments), 4);
    assert_eq!(bench.number("getline", &arguments), -1);
}

#[test]
fn the_limit_of_output() {
    let mut bench = Bench::new(b"");
    bench.machine.limits.output = Some(5);
    let text = bench.string(b"hello, world");
    let stderr = bench.standard("stderr");
    let arguments = [bench.chars(text), stderr];
    assert_eq!(bench.trap("fputs", &arguments), Trap::plain(Kind::OutputLimit));
    assert_eq!(bench.world.borrow().stderr, b"hello");
}

#[test]
fn the_reader_goes_away() {
    let mut bench = Bench::new(b"");
    let error = HostError { errno: 32, broken_pipe: true };
    super::transfer::failed(&mut bench.context(), super::stream::STDOUT, &error).expect("errno is there");
    let text = bench.string(b"x");
    let arguments = [bench.chars(text)];
    assert!(matches!(bench.call("puts", &arguments), Ok(Next::Terminate(141))));
    assert!(super::output_gone(&bench.state));
}

#[test]
fn wide_streams() {
    let mut bench = Bench::new(b"");
    let wide = |bench: &mut Bench, text: &str| {
        let bytes: Vec<u8> = text.chars().chain(['\0']).flat_map(|c| u32::from(c).to_le_bytes()).collect();
        let place = bench.block(u64::try_from(bytes.len()).expect("small"));
        bench.machine.memory.write(place, &bytes, NODE).expect("room");
        (Value::Pointer(place), bench.types.int_pointer)
    };
    let format = wide(&mut bench, "[%5d|%ls|%s]");
    let text = wide(&mut bench, "abc");
    let narrow = bench.string(b"xyz");
    let arguments = [format, bench.int(42), text, bench.chars(narrow)];
    assert_eq!(bench.number("wprintf", &arguments), 15);
    assert_eq!(bench.output(), "[   42|abc|xyz]");
    let arguments = [bench.chars(narrow)];
    assert_eq!(bench.number("puts", &arguments), -1);
    assert_eq!(bench.kinds(), [Kind::BadArgument]);
    let format = wide(&mut bench, "%4lc|");
    let into = bench.block(40);
    let arguments = [(Value::Pointer(into), bench.types.int_pointer), bench.int(10), format, bench.int(0xe9)];
    assert_eq!(bench.number("swprintf", &arguments), 5);
    assert_eq!(bench.machine.memory.get::<I32>(into.offset(12)), Ok(0xe9));
}

#[test]
fn standard_error_is_written_at_once() {
    let mut bench = Bench::new(b"");
    let text = bench.string(b"oops");
    let stderr = bench.standard("stderr");
    let arguments = [bench.chars(text), stderr];
    bench.number("fputs", &arguments);
    assert_eq!(bench.world.borrow().stderr, b"oops");
    let arguments = [bench.int(1), bench.chars(text), bench.int(4)];
    bench.number("write", &arguments);
    assert_eq!(bench.world.borrow().stdout, b"oops");
    assert!(!bench.machine.host.is_terminal(Some(Output::Stdout)));
}
