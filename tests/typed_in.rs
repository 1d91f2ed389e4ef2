//! What reports say to try is typed into the fixtures, word by word: the program is C
//! still, and what was reported is not reported there again.
//!
//! Advice that gives no text to type (`Check the value before the call.`) is left out;
//! how much was typed in is printed, and must not fall.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "of the fixtures' modules not everything is used here")]

#[path = "typed_in/advice.rs"]
mod advice;
#[path = "typed_in/edits.rs"]
mod edits;
mod fixtures;

use advice::Advice;
use cglass::session::Source;
use fixtures::directives::{Directives, Mark};
use fixtures::execute::Ran;
use fixtures::{Fixture, Verdict, directives, execute};
use std::fs;

/// So many fixtures have advice that can be typed in.
const AT_LEAST: usize = 140;

#[test]
fn advice_can_be_typed_in() {
    let (mut typed, mut wrong) = (0, Vec::new());
    for fixture in fixtures::all().expect("tests/ui") {
        if !matches!(fixture.verdict, Verdict::Fail | Verdict::Leak) {
            continue;
        }
        let path = fixtures::root().join(&fixture.name);
        let text = String::from_utf8_lossy(&fs::read(&path).expect("it is listed")).into_owned();
        let report = fs::read_to_string(fixture.beside("stderr")).unwrap_or_default();
        let Some(advice) = advice::read(&report, fixture.verdict) else { continue };
        let Some(edited) = edits::apply(&text, &advice) else { continue };
        let directives = directives::read(&text, &path).expect("directives");
        typed += 1;
        if let Err(why) = judged(&fixture, &directives, &advice, &edited) {
            wrong.push(format!("{}: {why}\n    Try: {}", fixture.name, advice.text));
        }
    }
    println!("{typed} pieces of advice were typed in");
    assert!(wrong.is_empty(), "{} of {typed}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(typed >= AT_LEAST, "only {typed} pieces of advice could be typed in");
}

/// Is what was reported gone?
fn judged(fixture: &Fixture, directives: &Directives, advice: &Advice, edited: &edits::Edited) -> Result<(), String> {
    let name = fixture.name.clone();
    let source = Source::Text { name, bytes: edited.text.clone().into_bytes() };
    let ran = execute::run_as(fixture, directives, source)?;
    if ran.status == "rejected" {
        let why = String::from_utf8_lossy(&ran.stderr).lines().take(4).collect::<Vec<_>>().join("\n        ");
        return Err(format!("what comes of it is no C:\n        {why}"));
    }
    match fixture.verdict {
        Verdict::Leak => {
            let before: u64 = directives.marks.iter().map(|(_, mark)| leaked(mark)).sum();
            let after: u64 = ran.told.iter().map(|told| leaked(&told.mark)).sum();
            let line = edited.moved(advice.line);
            let lost_here = ran.told.iter().any(|told| told.line == line && matches!(told.mark, Mark::Lost(_)));
            match after < before || !lost_here {
                true => Ok(()),
                false => Err(format!("{after} bytes leak, and {before} did before, lost in line {line} still")),
            }
        }
        _ => again(&ran, advice, edited),
    }
}

fn leaked(mark: &Mark) -> u64 {
    match mark {
        Mark::Leak(_, own, indirect) => own + indirect,
        _ => 0,
    }
}

/// The same kind at the same line?
fn again(ran: &Ran, advice: &Advice, edited: &edits::Edited) -> Result<(), String> {
    let line = edited.moved(advice.line);
    let same = |told: &&execute::Told| told.line == line && told.mark == Mark::Told(advice.kind.clone());
    match ran.told.iter().filter(|told| !told.before).find(same) {
        Some(_) => Err(format!("it is '{}' in line {line} still", advice.kind)),
        None => Ok(()),
    }
}
