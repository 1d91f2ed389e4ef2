//! Errors that are planted by rules on the tokens of any clean program.

use crate::tokens::{Token, closing, edited, end_of_block, tokens};
use std::ops::Range;

/// One error in one program.
#[derive(Clone, Debug)]
pub struct Mutation {
    /// What sort of error, for the figures.
    pub sort: &'static str,
    /// The program it was planted in.
    pub base: String,
    /// What was changed, for messages.
    pub change: String,
    /// The program with the error.
    pub text: String,
    /// The program with a null pointer dereferenced where the error would show.
    pub probe: String,
    /// What is to be told.
    pub expected: Expected,
}

/// What is to be told of a mutation.
#[derive(Clone, Debug)]
pub enum Expected {
    /// This kind in this line.
    At(String, u32),
    /// This kind in the line where the probe met its null pointer.
    Reached(&'static str),
    /// A leak of the block that this program frees twice.
    Leak(String),
}

/// Dereferences a null pointer.
const STOP: &str = "*(volatile char *)0 = 0;";

/// All errors that can be planted in a text.
pub fn mutations(base: &str, text: &str) -> Vec<Mutation> {
    let tokens = tokens(text);
    let planter = Planter { base, text, tokens: &tokens };
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "free" => planter.freeing(at, &mut found),
            "fclose" => {
                planter.ending(at, "drop an fclose", "unclosed-file", &["fopen", "tmpfile", "freopen"], &mut found)
            }
            "va_end" => planter.ending(at, "drop a va_end", "bad-argument", &["va_start", "va_copy"], &mut found),
            "for" => planter.loop_bound(at, &mut found),
            "printf" => planter.format(at, &mut found),
            "=" => planter.initialiser(at, &mut found),
            "strlen" => planter.room_for_the_end(at, &mut found),
            _ => {}
        }
    }
    found
}

struct Planter<'a> {
    base: &'a str,
    text: &'a str,
    tokens: &'a [Token<'a>],
}

type Edit = (Range<usize>, String);

impl Planter<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, word)| self.word(at + i) == *word)
    }

    fn source(&self, from: usize, to: usize) -> &str {
        &self.text[self.tokens[from].at.start..self.tokens[to].at.end]
    }

    fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].at.start..self.tokens[to].at.end
    }

    fn mutation(&self, sort: &'static str, edits: &[Edit], probe: &[Edit], expected: Expected) -> Mutation {
        let change: Vec<String> =
            edits.iter().map(|(range, new)| format!("'{}' became '{new}'", &self.text[range.clone()])).collect();
        Mutation {
            sort,
            base: self.base.to_owned(),
            change: change.join(", "),
            text: edited(self.text, edits),
            probe: edited(self.text, probe),
            expected,
        }
    }

    /// The argument of a call `f(x);` that is a statement, if it can be evaluated
    /// twice, and the call's last token.
    fn statement(&self, at: usize) -> Option<(&str, usize)> {
        let before = at.checked_sub(1).map_or("", |i| self.word(i));
        if !matches!(before, ";" | "{" | "}" | ")" | "else" | ":") || self.word(at + 1) != "(" {
            return None;
        }
        let close = closing(self.tokens, at + 1)?;
        let simple = (at + 2..close).all(|i| {
            self.tokens[i].is_name()
                || matches!(self.word(i), "->" | "." | "[" | "]")
                || self.word(i).parse::<u32>().is_ok()
        });
        let once = simple && close > at + 2 && self.word(close + 1) == ";";
        once.then(|| (self.source(at + 2, close - 1), close + 1))
    }

    /// What can go wrong where a block is freed.
    fn freeing(&self, at: usize, found: &mut Vec<Mutation>) {
        let Some((block, end)) = self.statement(at) else { return };
        let range = self.range(at, end);
        let line = self.tokens[at].line;
        let probe = [(range.clone(), format!("{{ if ({block}) {STOP} free({block}); }}"))];
        let twice = vec![(range.clone(), format!("{{ free({block}); free({block}); }}"))];
        let leak = Expected::Leak(edited(self.text, &twice));
        found.push(self.mutation("drop a free", &[(range.clone(), ";".to_owned())], &probe, leak));
        let mut add = |sort, new: String, kind: &str| {
            found.push(self.mutation(sort, &[(range.clone(), new)], &probe, Expected::At(kind.to_owned(), line)));
        };
        add("free twice", format!("{{ free({block}); free({block}); }}"), "double-free");
        add("use after free", format!("{{ free({block}); (void)*(volatile char *)({block}); }}"), "use-after-free");
        add("write after free", format!("{{ free({block}); *(volatile char *)({block}) = 1; }}"), "use-after-free");
        // A block of no bytes has no middle: there the probe is stopped by its own write.
        let inside = [(range.clone(), format!("{{ if ({block}) {{ *(volatile char *)({block}) = 0; {STOP} }} }}"))];
        let edit = [(range, format!("free((char *)({block}) + 1);"))];
        let expected = Expected::At("invalid-free".to_owned(), line);
        found.push(self.mutation("free the middle", &edit, &inside, expected));
    }

    /// A call that ends what another one began is dropped; told where it began.
    fn ending(&self, at: usize, sort: &'static str, kind: &str, begins: &[&str], found: &mut Vec<Mutation>) {
        let Some((name, end)) = self.statement(at) else { return };
        // `f = fopen(` or `va_start(list`, once in the whole text.
        let begin = |i: usize| {
            begins.contains(&self.word(i))
                && ((self.word(i + 2) == name && self.word(i + 1) == "(")
                    || (i >= 2 && self.word(i - 1) == "=" && self.word(i - 2) == name))
        };
        let mut places = (0..self.tokens.len()).filter(|i| begin(*i));
        let (Some(only), None) = (places.next(), places.next()) else { return };
        let range = self.range(at, end);
        let probe = [(range.clone(), format!("{{ {STOP} {} }}", self.source(at, end)))];
        let expected = Expected::At(kind.to_owned(), self.tokens[only].line);
        found.push(self.mutation(sort, &[(range, ";".to_owned())], &probe, expected));
    }

    /// `for (i = 0; i < N; …)` over arrays declared with `[N]` goes one too far.
    fn loop_bound(&self, at: usize, found: &mut Vec<Mutation>) {
        let Some(close) = closing(self.tokens, at + 1) else { return };
        let Some(less) = (at..close).find(|i| self.word(*i) == "<" && self.word(i + 2) == ";") else { return };
        let (index, bound) = (self.word(less - 1), self.word(less + 1));
        let end = if self.word(close + 1) == "{" {
            closing(self.tokens, close + 1)
        } else {
            (close..self.tokens.len()).find(|i| self.word(*i) == ";")
        };
        let Some(end) = end else { return };
        let uses: Vec<usize> = (close..end).filter(|i| self.is(*i, &["[", index, "]"])).collect();
        let declared = |i: usize| {
            let name = self.word(i - 1);
            let is_declaration = |d: usize| {
                self.is(d, &[name, "[", bound, "]"])
                    && d > 0
                    && self.tokens[d - 1].is_name()
                    && !matches!(self.word(d - 1), "return" | "case" | "else" | "sizeof")
                    && matches!(self.word(d + 4), "=" | ";" | ",")
            };
            (0..self.tokens.len()).filter(|d| is_declaration(*d)).count() == 1
                && (0..self.tokens.len())
                    .filter(|d| {
                        self.is(*d, &[name, "["])
                            && self.tokens.get(d.wrapping_sub(1)).is_some_and(|t| {
                                matches!(t.text, "int" | "char" | "double" | "float" | "long" | "short" | "unsigned")
                            })
                    })
                    .count()
                    <= 1
        };
        if uses.is_empty() || !uses.iter().all(|i| declared(*i)) {
            return;
        }
        let wider = (self.tokens[less].at.clone(), "<=".to_owned());
        let mut probe = vec![wider.clone()];
        probe.extend(uses.iter().map(|i| {
            (self.tokens[i + 1].at.clone(), format!("({index} == ({bound}) ? *(volatile int *)0 : (int){index})"))
        }));
        found.push(self.mutation("widen a loop bound", &[wider], &probe, Expected::Reached("out-of-bounds")));
    }

    /// A conversion of a `printf` asks for another class of argument.
    fn format(&self, at: usize, found: &mut Vec<Mutation>) {
        let Some(format) = self.tokens.get(at + 2).filter(|t| t.is_string() && self.word(at + 1) == "(") else {
            return;
        };
        let literal = format.text;
        for (old, new) in
            [("%d", "%f"), ("%s", "%f"), ("%d", "%s"), ("%c", "%s"), ("%zu", "%f"), ("%f", "%d"), ("%ld", "%s")]
        {
            let Some(place) = literal.find(old) else { continue };
            let start = format.at.start + place;
            let edit = (start..start + old.len(), new.to_owned());
            let probe = [(format.at.clone(), format!("(*(volatile int *)0 ? \"\" : {literal})"))];
            let expected = Expected::At("format-mismatch".to_owned(), self.tokens[at].line);
            found.push(self.mutation("wrong format", &[edit], &probe, expected));
        }
    }

    /// `int n = 0;` loses its initialiser; told where it is read first.
    fn initialiser(&self, at: usize, found: &mut Vec<Mutation>) {
        if at < 3 || self.word(at + 2) != ";" || self.word(at + 1).parse::<i64>().is_err() {
            return;
        }
        let (ty, name) = (self.word(at - 2), self.word(at - 1));
        if !matches!(ty, "int" | "long" | "double" | "size_t" | "unsigned")
            || !matches!(self.word(at - 3), ";" | "{" | "}")
        {
            return;
        }
        let end = end_of_block(self.tokens, at);
        let uses: Vec<usize> =
            (at + 3..end).filter(|i| self.word(*i) == name && !matches!(self.word(i - 1), "." | "->")).collect();
        // Addresses, and other variables of this name, are left alone; so are globals.
        let odd = uses
            .iter()
            .any(|i| matches!(self.word(i - 1), "&" | "sizeof" | "int" | "long" | "double" | "size_t" | "unsigned"));
        // A value that is only moved is not used yet (semantics.md §3), and one that
        // is written first never had to be there.
        let quiet =
            |i: usize| self.word(i + 1) == "=" || (self.word(i - 1) == "=" && matches!(self.word(i + 1), ";" | ","));
        if odd || uses.is_empty() || end >= self.tokens.len() || uses.iter().any(|i| quiet(*i)) {
            return;
        }
        let probe: Vec<Edit> = uses.iter().map(|i| (self.tokens[*i].at.clone(), format!("(*({ty} *)0)"))).collect();
        let edit = (self.range(at, at + 1), String::new());
        found.push(self.mutation("forget an initialiser", &[edit], &probe, Expected::Reached("uninitialized-read")));
    }

    /// `p = malloc(strlen(s) + 1); strcpy(p, s)` without the `+ 1`.
    fn room_for_the_end(&self, at: usize, found: &mut Vec<Mutation>) {
        let Some(close) = closing(self.tokens, at + 1) else { return };
        if at < 4
            || !self.is(close + 1, &["+", "1", ")"])
            || !self.is(at - 2, &["malloc", "("])
            || self.word(at - 3) != "="
        {
            return;
        }
        let name = self.word(at - 4);
        let copy = (close..self.tokens.len()).find(|i| self.word(*i) == name && self.word(i - 1) == "(");
        let Some(copy) = copy.filter(|i| self.word(i - 2) == "strcpy") else { return };
        let edit = (self.range(close + 1, close + 2), String::new());
        let probe = [(self.tokens[copy].at.clone(), format!("(*(volatile int *)0 ? {name} : {name})"))];
        let expected = Expected::At("out-of-bounds".to_owned(), self.tokens[copy - 2].line);
        found.push(self.mutation("shrink an allocation", &[edit], &probe, expected));
    }
}
