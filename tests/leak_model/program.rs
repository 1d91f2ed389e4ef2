//! Writes a random program, one event a line, and tells the model each event.

use super::model::{Expected, Holder, Model, Pointer};
use std::fmt::Write;

/// The functions that all programs have, and the lines that matter in them.
const HEAD: &str = "\
#include <stdlib.h>
#include <string.h>
struct node { struct node *a, *b; };
struct pair { struct node *x, *y; };
static struct node *g0, *g1, *g[2];
static void drop(struct node *n) {
    (void)n;
}
static int look(struct node *n) {
    return n != NULL;
}
static void store(struct node **to, struct node *n) {
    *to = n;
}
static struct pair both(struct node *n) {
    struct pair p = { n, NULL };
    return p;
}
int main(void) {
    struct node *s0 = NULL, *s1 = NULL, *m0 = NULL, *m1 = NULL, *m[2] = { NULL, NULL };
    struct pair p = { NULL, NULL }, q = { NULL, NULL };
    union { struct node *p; long n; } u = { NULL };
    (void)s0; (void)s1; (void)m0; (void)m1; (void)u;
";
const END_OF_DROP: u32 = 8;
const RETURN_OF_LOOK: u32 = 10;
const STORE: u32 = 13;
const END_OF_STORE: u32 = 14;

/// Variables; those whose address is never taken first.
const LOCALS: [&str; 11] = ["s0", "s1", "m0", "m1", "m[0]", "m[1]", "p.x", "p.y", "q.x", "q.y", "u.p"];
const STATICS: [&str; 4] = ["g0", "g1", "g[0]", "g[1]"];

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % n
    }
}

struct Writer {
    random: Random,
    text: String,
    line: u32,
    model: Model,
    /// Variables of open blocks.
    scopes: Vec<String>,
    size: u64,
}

/// A program and what it leaks.
pub fn random(seed: u64) -> (String, Vec<Expected>) {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let statements = 8 + random.below(40);
    let line = u32::try_from(HEAD.lines().count()).unwrap();
    let mut writer =
        Writer { random, text: HEAD.to_owned(), line, model: Model::default(), scopes: Vec::new(), size: 8 };
    for _ in 0..statements {
        writer.statement();
    }
    let exits = writer.random.below(3) == 0;
    if !exits {
        while !writer.scopes.is_empty() {
            writer.close();
        }
    }
    let line = writer.put(if exits { "exit(0);" } else { "return 0;" });
    writer.text.push_str(&"}".repeat(writer.scopes.len() + 1));
    writer.text.push('\n');
    (writer.text, writer.model.leaks(line, exits))
}

impl Writer {
    fn put(&mut self, statement: &str) -> u32 {
        self.line += 1;
        writeln!(self.text, "    {statement}").unwrap();
        self.line
    }

    fn bytes(&mut self) -> u64 {
        self.size += 8;
        self.size
    }

    /// A variable, and how it is written.
    fn variable(&mut self) -> (String, Holder) {
        let scoped = self.scopes.len();
        let n = self.random.below(LOCALS.len() + STATICS.len() + scoped);
        if let Some(name) = LOCALS.get(n) {
            return ((*name).to_owned(), Holder::Local((*name).to_owned()));
        }
        match STATICS.get(n - LOCALS.len()) {
            Some(name) => ((*name).to_owned(), Holder::Static((*name).to_owned())),
            None => {
                let name = self.scopes[n - LOCALS.len() - STATICS.len()].clone();
                (name.clone(), Holder::Local(name))
            }
        }
    }

    /// A variable that points to the start of a live block.
    fn pointing(&mut self) -> Option<(String, Holder, usize)> {
        (0..12).find_map(|_| {
            let (name, holder) = self.variable();
            let value = self.model.get(&holder);
            match value {
                Some((block, 0)) if self.model.live(value) => Some((name, holder, block)),
                _ => None,
            }
        })
    }

    /// A place: a variable, or a member of a block.
    fn place(&mut self) -> (String, Holder) {
        if self.random.below(2) == 0
            && let Some((name, _, block)) = self.pointing()
        {
            let (member, offset) = if self.random.below(2) == 0 { ("a", 0) } else { ("b", 8) };
            return (format!("{name}->{member}"), Holder::Member(block, offset));
        }
        self.variable()
    }

    /// A place whose address may be taken: what is not to live in memory is left out.
    fn in_memory(&mut self) -> (String, Holder) {
        loop {
            let (name, holder) = self.place();
            if !name.starts_with('s') || name.contains("->") {
                return (name, holder);
            }
        }
    }

    /// A value that is not stale.
    fn value(&mut self) -> (String, Pointer) {
        for _ in 0..8 {
            if self.random.below(6) == 0
                && let Some((name, _, block)) = self.pointing()
            {
                return (format!("(struct node *)(void *)&{name}->b"), Some((block, 8)));
            }
            let (name, holder) = self.place();
            let value = self.model.get(&holder);
            if value.is_none() || self.model.live(value) {
                return (name, value);
            }
        }
        ("NULL".to_owned(), None)
    }

    fn statement(&mut self) {
        match self.random.below(24) {
            0..=6 => self.allocate(),
            7..=10 => {
                let ((place, holder), (name, value)) = (self.place(), self.value());
                let line = self.put(&format!("{place} = {name};"));
                self.model.set(&holder, value, line);
            }
            11 | 12 => {
                let (place, holder) = self.place();
                let line = self.put(&format!("{place} = NULL;"));
                self.model.set(&holder, None, line);
            }
            13 | 14 => self.release(),
            15 => self.clear(),
            16 => {
                let ((place, holder), (from, source)) = (self.in_memory(), self.in_memory());
                let value = self.model.get(&source);
                if place != from && (value.is_none() || self.model.live(value)) && holder != source {
                    let line = self.put(&format!("memcpy(&{place}, &{from}, sizeof {place});"));
                    self.model.set(&holder, value, line);
                }
            }
            17 | 18 => self.open(),
            19 => self.close(),
            20 | 21 => self.call(),
            22 => self.copy_pair(),
            _ => self.resize(),
        }
    }

    fn allocate(&mut self) {
        let bytes = self.bytes();
        if self.random.below(8) == 0 {
            let (before, after, end) = match self.random.below(4) {
                0 => ("drop(", ")", Some((END_OF_DROP, "scope"))),
                1 => ("(void)look(", ")", Some((RETURN_OF_LOOK, "return"))),
                2 => ("(void)(NULL == ", ")", None),
                _ => ("", "", None),
            };
            let line = self.put(&format!("{before}calloc(1, {bytes}){after};"));
            let block = self.model.new_block(line, bytes);
            let (end, reason) = end.unwrap_or((line, "result-ignored"));
            self.model.gone(Some((block, 0)), end, reason);
            return;
        }
        let (place, holder) = self.place();
        let line = self.put(&format!("{place} = calloc(1, {bytes});"));
        let block = self.model.new_block(line, bytes);
        self.model.set(&holder, Some((block, 0)), line);
    }

    fn release(&mut self) {
        if let Some((name, _, block)) = self.pointing() {
            let line = self.put(&format!("free({name});"));
            self.model.free(block, line);
        }
    }

    /// A pointer is overwritten otherwise than by another one.
    fn clear(&mut self) {
        if self.random.below(3) == 0 {
            let line = self.put("u.n = 0;");
            self.model.set(&Holder::Local("u.p".to_owned()), None, line);
            return;
        }
        let (place, holder) = self.in_memory();
        let line = self.put(&format!("memset(&{place}, 0, sizeof {place});"));
        self.model.set(&holder, None, line);
    }

    fn open(&mut self) {
        if self.scopes.len() < 3 {
            let (name, value) = self.value();
            // Some live in slots, some in memory; the name tells whether the address may be taken.
            let (first, taken) = if self.random.below(2) == 0 { ("s", "") } else { ("t", "&") };
            let variable = format!("{first}_{}", self.line);
            self.put(&format!("{{ struct node *{variable} = {name}; (void){taken}{variable};"));
            self.model.set(&Holder::Local(variable.clone()), value, self.line);
            self.scopes.push(variable);
        }
    }

    fn close(&mut self) {
        if let Some(variable) = self.scopes.pop() {
            let line = self.put("}");
            self.model.end(&Holder::Local(variable), line, "scope");
        }
    }

    /// A value goes through a function.
    fn call(&mut self) {
        let (name, value) = self.value();
        match self.random.below(4) {
            0 => {
                self.put(&format!("drop({name});"));
                self.model.gone(value, END_OF_DROP, "scope");
            }
            1 => {
                self.put(&format!("(void)look({name});"));
                self.model.gone(value, RETURN_OF_LOOK, "return");
            }
            2 => {
                let line = self.put(&format!("both({name});"));
                self.model.gone(value, line, "result-ignored");
            }
            _ => {
                let (place, holder) = self.in_memory();
                self.put(&format!("store(&{place}, {name});"));
                self.model.set(&holder, value, STORE);
                if let Holder::Member(block, offset) = holder {
                    self.model.gone(Some((block, offset)), END_OF_STORE, "scope");
                }
                self.model.gone(value, END_OF_STORE, "scope");
            }
        }
    }

    fn copy_pair(&mut self) {
        let (to, from) = if self.random.below(2) == 0 { ("p", "q") } else { ("q", "p") };
        let line = self.put(&format!("{to} = {from};"));
        for member in ["x", "y"] {
            let value = self.model.get(&Holder::Local(format!("{from}.{member}")));
            self.model.set(&Holder::Local(format!("{to}.{member}")), value, line);
        }
    }

    fn resize(&mut self) {
        if let Some((name, holder, old)) = self.pointing() {
            let bytes = self.bytes();
            let line = self.put(&format!("{name} = realloc({name}, {bytes});"));
            let block = self.model.new_block(line, bytes);
            self.model.move_block(old, block);
            self.model.set(&holder, Some((block, 0)), line);
        }
    }
}
