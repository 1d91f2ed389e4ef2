//! A clean lesson does the same when a C compiler has translated it.

use super::console;
use super::lesson::Lesson;

/// Is there a C compiler here?
pub fn compiler() -> bool {
    console::run("cc --version", super::root()).is_ok_and(|seen| seen.code == 0)
}

/// Compiles the lesson and compares what it prints, with what cglass's prints.
///
/// # Errors
/// How they differ, or why it could not be compiled.
pub fn agrees(lesson: &Lesson) -> Result<(), String> {
    let program = super::scratch(&lesson.name, ".exe");
    let run = |line: &str| console::run(line, super::root()).map_err(|e| e.to_string());
    for command in &lesson.commands {
        let Some((input, ours)) = command.split_once("cglass ") else { continue };
        let defines: Vec<&str> = ours.split("-D ").skip(1).filter_map(|rest| rest.split_whitespace().next()).collect();
        let defines: String = defines.iter().map(|name| format!(" -D{name}")).collect();
        let line = format!(
            "cc -std=gnu17 -Wall -Wextra -O0{defines} -o '{}' 'c-examples/{}' -lm",
            program.display(),
            lesson.name
        );
        let compiled = run(&line)?;
        if compiled.code != 0 || !compiled.text.is_empty() {
            return Err(format!("{line}\n{}", compiled.text));
        }
        let natively = run(&format!("{input}'{}'", program.display()))?;
        let here = run(&format!("{command} 2>/dev/null"))?;
        if (&natively.text, natively.code) != (&here.text, here.code) {
            return Err(format!(
                "{command} prints\n{}[exit code {}]\nand natively\n{}[exit code {}]",
                here.text, here.code, natively.text, natively.code
            ));
        }
    }
    Ok(())
}
