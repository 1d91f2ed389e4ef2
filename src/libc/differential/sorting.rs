//! `qsort` and `bsearch`: the same comparisons in the same order, the same result.

use super::{agree, native};
use crate::libc::testing::{Bench, NODE};
use crate::libc::{Next, Task};
use crate::machine::Value;
use crate::memory::{I32, Pointer};

/// Keys of a test, with many that are equal.
fn keys(count: usize) -> Vec<i64> {
    let mut state = 12345_u32;
    (0..count)
        .map(|_| {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
            i64::from((state >> 16) % 10)
        })
        .collect()
}

/// Runs a task with a comparator of `int` keys, noting which elements are compared.
fn run(bench: &mut Bench, first: Next, array: Pointer, size: u64, log: &mut Vec<String>) -> Value {
    let mut next = first;
    loop {
        let callback = match next {
            Next::Return(value) => return value,
            Next::Call(callback) => callback,
            _ => panic!("neither returns nor calls"),
        };
        let [Value::Pointer(a), Value::Pointer(b), _] = callback.arguments else { panic!("not two pointers") };
        assert_eq!(a.tag, array.tag);
        let place = |p: Pointer| (p.addr.wrapping_sub(array.addr)) / size;
        log.push(format!("{} {}", place(a), place(b)));
        let memory = &bench.machine.memory;
        let order = memory.get::<I32>(a).unwrap() - memory.get::<I32>(b).unwrap();
        let then: Box<dyn Task> = callback.then;
        next = then.resume(&mut bench.context(), Value::Int(order)).unwrap_or_else(|stop| panic!("{stop:?}"));
    }
}

#[test]
fn the_same_comparisons_and_a_stable_result() {
    for (count, size) in [(2_u64, 8_u64), (3, 8), (10, 8), (57, 8), (200, 12), (33, 32), (40, 40), (100, 64)] {
        let list: Vec<String> = keys(count as usize).iter().map(i64::to_string).collect();
        let body = format!(
            "struct e {{ int key, number; char rest[{rest}]; }} a[{count}];
            int keys[] = {{ {list} }};
            int compare(const void *x, const void *y) {{
                printf(\"%d %d\\n\", (int)((struct e *)x - a), (int)((struct e *)y - a));
                return ((struct e *)x)->key - ((struct e *)y)->key;
            }}
            int main(void) {{
                for (int i = 0; i < {count}; i++) a[i].key = keys[i], a[i].number = i;
                qsort(a, {count}, sizeof *a, compare);
                for (int i = 0; i < {count}; i++) printf(\"%d %d\\n\", a[i].key, a[i].number);
            }}",
            rest = size - 8,
            list = list.join(", ")
        );
        let Some(theirs) = native(&body) else { return };
        let mut bench = Bench::new(b"");
        let array = bench.block(count * size);
        for (number, key) in keys(count as usize).iter().enumerate() {
            let at = array.offset(number as i64 * size as i64);
            bench.machine.memory.put::<I32>(at, *key, NODE).unwrap();
            bench.machine.memory.put::<I32>(at.offset(4), number as i64, NODE).unwrap();
        }
        let (long, pointer) = (bench.types.unsigned_long, bench.types.void_pointer);
        let arguments = [
            (Value::Pointer(array), pointer),
            (Value::Int(count as i64), long),
            (Value::Int(size as i64), long),
            (Value::Pointer(Pointer::NULL), pointer),
        ];
        let first = bench.call("qsort", &arguments).unwrap_or_else(|stop| panic!("{stop:?}"));
        let mut ours = Vec::new();
        run(&mut bench, first, array, size, &mut ours);
        for number in 0..count as i64 {
            let at = array.offset(number * size as i64);
            let memory = &bench.machine.memory;
            ours.push(format!("{} {}", memory.get::<I32>(at).unwrap(), memory.get::<I32>(at.offset(4)).unwrap()));
        }
        agree(&ours, &theirs);
    }
}

#[test]
fn pointers_and_unwritten_bytes_move_with_their_elements() {
    let mut bench = Bench::new(b"");
    // Elements of 24 bytes: a key, an unwritten int, a pointer, and 8 unwritten bytes.
    let (count, size) = (5_i64, 24_i64);
    let array = bench.block(120);
    let targets: Vec<Pointer> = (0..count).map(|_| bench.block(1)).collect();
    for i in 0..count {
        let at = array.offset(i * size);
        bench.machine.memory.put::<I32>(at, count - i, NODE).unwrap();
        bench.machine.memory.put_pointer(at.offset(8), targets[i as usize], NODE).unwrap();
    }
    let (long, pointer) = (bench.types.unsigned_long, bench.types.void_pointer);
    let arguments = [
        (Value::Pointer(array), pointer),
        (Value::Int(count), long),
        (Value::Int(size), long),
        (Value::Pointer(Pointer::NULL), pointer),
    ];
    let first = bench.call("qsort", &arguments).unwrap_or_else(|stop| panic!("{stop:?}"));
    run(&mut bench, first, array, 24, &mut Vec::new());
    for i in 0..count {
        let (at, memory) = (array.offset(i * size), &bench.machine.memory);
        assert_eq!(memory.get::<I32>(at).unwrap(), i + 1);
        assert!(memory.get::<I32>(at.offset(4)).is_err());
        assert_eq!(memory.get_pointer(at.offset(8)).unwrap(), targets[(count - 1 - i) as usize]);
    }
}
