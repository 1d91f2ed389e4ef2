//! One lesson: its text, and the commands that its first comment names.

use std::fs;

/// A program under `c-examples`.
pub struct Lesson {
    /// Its path below `c-examples`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The lines to be typed; the first is the lesson itself.
    pub commands: Vec<String>,
}

impl Lesson {
    /// # Errors
    /// It cannot be read, does not open with a comment, or names no command.
    pub fn read(name: &str) -> Result<Lesson, String> {
        let path = format!("c-examples/{name}");
        let text = fs::read_to_string(super::root().join(&path)).map_err(|e| format!("{path}: {e}"))?;
        let comment = text.strip_prefix("/*").and_then(|rest| rest.split_once("*/"));
        let Some((comment, _)) = comment else {
            return Err(format!("{path} does not open with a comment"));
        };
        let typed = comment.lines().filter_map(|line| line.strip_prefix(" *     "));
        let commands: Vec<String> = typed.filter(|line| is_command(line)).map(str::to_owned).collect();
        let first = commands.first().ok_or_else(|| format!("{path} does not say which command to type"))?;
        if !first.ends_with(&path) {
            return Err(format!("the first command of {path} is not about it: {first}"));
        }
        Ok(Lesson { name: name.to_owned(), text, commands })
    }

    /// The first command, with further options for cglass.
    pub fn command_with(&self, options: &str) -> String {
        self.first().replacen("cglass ", &format!("cglass {options} "), 1)
    }

    /// What is typed first.
    pub fn first(&self) -> &str {
        self.commands.first().map_or("", String::as_str)
    }
}

fn is_command(line: &str) -> bool {
    line.starts_with("cglass ") || line.contains("| cglass ")
}
