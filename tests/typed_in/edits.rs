//! Typing in what is to be written, where the words say just what and where.

use super::Advice;

/// A program with the advice typed in.
pub struct Edited {
    /// All of it.
    pub text: String,
    /// Before which lines a new one was put in.
    inserted: Vec<usize>,
}

impl Edited {
    /// Where a line has moved.
    pub fn moved(&self, line: u32) -> u32 {
        let at = usize::try_from(line).expect("small");
        let before = self.inserted.iter().filter(|inserted| **inserted <= at).count();
        line + u32::try_from(before).expect("small")
    }
}

/// The program with the advice typed in; `None` if it does not give the text.
pub fn apply(program: &str, advice: &Advice) -> Option<Edited> {
    let here = usize::try_from(advice.line).ok()?;
    let text = advice.text.as_str();
    let lines: Vec<String> = program.lines().map(str::to_owned).collect();
    // What is all in one line has no line before it that would do.
    let line = lines.get(here.checked_sub(1)?)?;
    if line.contains(") {") || line.contains("){") {
        return None;
    }
    inserted(text, here)
        .map(|(at, written)| insert(&lines, &[(at, written)]))
        .or_else(|| around(text, here).map(|[before, after]| insert(&lines, &[before, after])))
        .or_else(|| replaced(&lines, text, here))
        .or_else(|| asked_for(&lines, text))
        .or_else(|| declared(&lines, text))
        .or_else(|| moved(&lines, text))
        .or_else(|| in_place(&lines, text, here))
        .or_else(|| looped(&lines, text, here))
}

/// `before this line write if (...) ...;`: before which line, and what.
fn inserted(text: &str, here: usize) -> Option<(usize, &str)> {
    let mut found = None;
    for words in [" before this line: ", "Before this return: "] {
        found = found.or(text.split_once(words).map(|(_, written)| (here, written)));
    }
    // `Before free(list): while (...) ...`, `Before head = NULL: ...`
    let before = || text.strip_prefix("Before ")?.split_once(": ").map(|(_, written)| (here, written));
    found = found.or_else(before).filter(|_| !text.contains("goes out of scope"));
    for (words, between, by) in [
        ("efore line ", " write ", 0),
        ("after line ", " write ", 1),
        ("anew before line ", ": ", 0),
        ("anew after line ", ": ", 1),
        ("Test it after line ", ": ", 1),
        ("right after line ", ", where the block is allocated: ", 1),
        ("where the others get theirs, after line ", ": ", 1),
    ] {
        let numbered = || {
            let (number, rest) = text.split_once(words)?.1.split_once(between)?;
            Some((number.parse::<usize>().ok()? + by, rest))
        };
        found = found.or_else(numbered);
    }
    for (words, end) in [("Call ", " before this return."), ("Call ", " gets another value.")] {
        let call = || {
            let call = text.strip_prefix(words)?.strip_suffix(end)?;
            let call = call.split(" before '").next()?;
            call.ends_with(')').then_some((here, call))
        };
        found = found.or_else(call);
    }
    // Words that go on are no C.
    found.filter(|(_, written)| {
        written.ends_with([';', '}', ')']) && !written.contains("...") && !written.contains("; and ")
    })
}

/// `Write char *old = s; before this line and free(old); after it.`
fn around(text: &str, here: usize) -> Option<[(usize, &str); 2]> {
    let (before, after) = text.strip_prefix("Write ")?.split_once(" before this line and ")?;
    Some([(here, before), (here + 1, after.strip_suffix(" after it.")?)])
}

/// Puts new lines before others, which are counted as they were.
fn insert(lines: &[String], new: &[(usize, &str)]) -> Edited {
    let mut text = String::new();
    for number in 1..=lines.len() + 1 {
        for (_, written) in new.iter().filter(|(at, _)| *at == number) {
            text.push_str(written);
            text.push_str(if written.ends_with(')') { ";\n" } else { "\n" });
        }
        if let Some(line) = lines.get(number - 1) {
            text.push_str(line);
            text.push('\n');
        }
    }
    Edited { text, inserted: new.iter().map(|(at, _)| *at).collect() }
}

/// `'s->top > MAX' in line 28 lets 5 through: write s->top >= MAX.`, `Write '%s' instead of '%d'.`
fn replaced(lines: &[String], text: &str, here: usize) -> Option<Edited> {
    let quoted = || {
        let (old, rest) = text.strip_prefix('\'')?.split_once("' in line ")?;
        let (number, rest) = rest.split_once(' ')?;
        let new = rest.split_once(": write ")?.1.strip_suffix('.')?;
        Some((number.parse::<usize>().ok()?, old, new))
    };
    let instead = || {
        let (number, rest) = text.split_once("in line ")?.1.split_once(" write ")?;
        let (new, old) = rest.strip_suffix('.')?.split_once(" instead of ")?;
        Some((number.parse::<usize>().ok()?, old, new))
    };
    let conversion = || {
        let (new, old) = text.strip_prefix("Write '")?.strip_suffix("'.")?.split_once("' instead of '")?;
        Some((here, old, new))
    };
    let (number, old, new) = quoted().or_else(instead).or_else(conversion)?;
    let line = lines.get(number.checked_sub(1)?)?;
    change(lines, number, &line.replacen(old, new, 1)).filter(|_| line.matches(old).count() == 1)
}

/// `Write malloc(n * sizeof *a) in line 3.`, `Ask for one byte more, line 8: malloc(n + 1)`
fn asked_for(lines: &[String], text: &str) -> Option<Edited> {
    let write = || {
        let (call, number) = text.split_once("rite ")?.1.strip_suffix('.')?.rsplit_once(" in line ")?;
        Some((call, number))
    };
    let ask = || {
        let (number, call) = text.strip_prefix("Ask for one byte more, line ")?.split_once(": ")?;
        Some((call, number))
    };
    let (call, number) = write().or_else(ask)?;
    let (name, _) = call.split_once('(').filter(|(name, _)| name.ends_with("alloc"))?;
    let number = number.parse::<usize>().ok()?;
    let line = lines.get(number.checked_sub(1)?)?;
    let begin = line.find(&format!("{name}("))?;
    let mut depth = 0;
    let end = line.char_indices().skip_while(|(at, _)| *at < begin).find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        *c == ')' && depth == 0
    })?;
    let (before, after) = (line.get(..begin)?, line.get(end.0 + 1..)?);
    change(lines, number, &format!("{before}{call}{after}"))
}

/// The program with another text in one line.
fn change(lines: &[String], number: usize, line: &str) -> Option<Edited> {
    let mut lines = lines.to_vec();
    *lines.get_mut(number.checked_sub(1)?)? = line.to_owned();
    Some(Edited { text: lines.join("\n") + "\n", inserted: Vec::new() })
}

/// `Give 'n' a value where it is declared, line 4: int n = 0;`
fn declared(lines: &[String], text: &str) -> Option<Edited> {
    let (number, with_value) = text.split_once(" a value where it is declared, line ")?.1.split_once(": ")?;
    let without = with_value.split(" = ").next()?.to_owned() + ";";
    let number = number.parse::<usize>().ok()?;
    let line = lines.get(number.checked_sub(1)?)?;
    change(lines, number, &line.replacen(&without, with_value, 1)).filter(|_| line.contains(&without))
}

/// `Move line 4, free(p), after line 5, where 'p' is used last.`, `take line 10, free(p), away.`
fn moved(lines: &[String], text: &str) -> Option<Edited> {
    let (from, rest) = text.split_once("ove line ").or_else(|| text.split_once("take line "))?.1.split_once(", ")?;
    let from = from.parse::<usize>().ok()?;
    let (call, rest) = rest.split_once(", ")?;
    let line = lines.get(from.checked_sub(1)?)?;
    let code = line.split("//").next()?.trim().to_owned();
    (code == format!("{call};")).then_some(())?;
    let mut lines = lines.to_vec();
    lines.get_mut(from - 1)?.clear();
    let mut inserted = Vec::new();
    if let Some(after) = rest.strip_prefix("into the loop, ").unwrap_or(rest).strip_prefix("after line ") {
        let number = after.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<usize>().ok()?;
        (number <= lines.len()).then(|| lines.insert(number, code))?;
        inserted.push(number + 1);
    } else if rest != "away." {
        return None;
    }
    Some(Edited { text: lines.join("\n") + "\n", inserted })
}

/// `Keep the result: p = realloc(p, 8);`, `Write { free(b); return 1; } instead.`
fn in_place(lines: &[String], text: &str, here: usize) -> Option<Edited> {
    let line = lines.get(here.checked_sub(1)?)?;
    let code = line.split("//").next()?.trim();
    let new = if let Some(kept) = text.strip_prefix("Keep the result: ") {
        kept.ends_with(&format!("= {code}")).then(|| kept.to_owned())?
    } else if let Some(result) = text.strip_prefix("Keep the result before you free: ") {
        code.starts_with("return ").then(|| format!("{{ {result} }}"))?
    } else if let Some((old, new)) = text.strip_prefix("Instead of ").and_then(|rest| rest.split_once(" write ")) {
        (code == old).then(|| new.to_owned())?
    } else {
        let block = text.strip_prefix("Write ")?.strip_suffix(" instead.")?;
        (block.starts_with('{') && code.ends_with(';')).then(|| block.to_owned())?
    };
    change(lines, here, &new)
}

/// `Write 'i < 5' in the loop: ...`: the condition of the loop around it.
fn looped(lines: &[String], text: &str, here: usize) -> Option<Edited> {
    let condition = text.split_once("rite '")?.1.split_once("' in the loop")?.0;
    let (counted, _) = condition.split_once([' ', '<', '>', '!'])?;
    let before = lines.iter().zip(1..).take(here).collect::<Vec<_>>();
    let (line, number) =
        before.into_iter().rev().find(|(line, _)| line.contains("for (") || line.contains("while ("))?;
    let (head, rest) = match line.contains("for (") {
        true => line.split_at(line.find(';')? + 1),
        false => line.split_at(line.find("while (")? + "while (".len()),
    };
    let end = rest.find([';', ')'])?;
    let (old, rest) = rest.split_at_checked(end)?;
    let fits = old.trim().starts_with(counted) && !old.contains("&&") && !old.contains('(');
    fits.then(|| change(lines, number, &format!("{head} {condition}{rest}")))?
}
