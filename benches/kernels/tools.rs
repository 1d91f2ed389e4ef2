//! What runs C here.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A way to run a C file.
pub struct Tool {
    /// As it stands in the table.
    pub name: &'static str,
    /// Compiler and options, if the source is compiled first.
    compile: Option<&'static [&'static str]>,
    /// What stands before the program or source when it runs.
    run: &'static [&'static str],
    /// Asked with `--version` to see whether it is here.
    needs: &'static [&'static str],
}

/// cglass itself; the first of [`installed`].
pub const CGLASS: &str = "cglass";
/// What its times are multiples of.
pub const GCC: &str = "gcc -O0";
/// What it has to beat.
pub const MEMCHECK: &str = "Memcheck";

const TOOLS: &[Tool] = &[
    Tool { name: CGLASS, compile: None, run: &[env!("CARGO_BIN_EXE_cglass"), "-q"], needs: &[] },
    Tool { name: GCC, compile: Some(&["gcc", "-O0", "-w"]), run: &[], needs: &["gcc"] },
    Tool {
        name: "ASan+UBSan",
        compile: Some(&["gcc", "-O0", "-g", "-w", "-fsanitize=address,undefined"]),
        run: &[],
        needs: &["gcc"],
    },
    Tool {
        name: MEMCHECK,
        compile: Some(&["gcc", "-O0", "-g", "-w"]),
        run: &["valgrind", "-q", "--leak-check=full"],
        needs: &["gcc", "valgrind"],
    },
    Tool { name: "tcc -b", compile: Some(&["tcc", "-b"]), run: &[], needs: &["tcc"] },
];

/// Those that are here.
pub fn installed() -> Vec<&'static Tool> {
    TOOLS.iter().filter(|tool| tool.needs.iter().all(|name| is_here(name))).collect()
}

fn is_here(name: &str) -> bool {
    let option = if name == "tcc" { "-v" } else { "--version" };
    Command::new(name).arg(option).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

impl Tool {
    /// The command that runs a source, compiled into `folder` if need be.
    ///
    /// # Errors
    /// What the compiler says.
    pub fn prepare(&self, name: &str, source: &Path, folder: &Path) -> Result<Vec<String>, String> {
        let mut words: Vec<String> = self.run.iter().map(|word| (*word).to_owned()).collect();
        let Some([compiler, options @ ..]) = self.compile else {
            words.push(source.display().to_string());
            return Ok(words);
        };
        let safe: String = self.name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        let program: PathBuf = folder.join(format!("{name}-{safe}"));
        let mut compile = Command::new(compiler);
        compile.args(options).arg("-o").arg(&program).arg(source).arg("-lm");
        let output = compile.output().map_err(|e| format!("{compiler}: {e}"))?;
        if !output.status.success() {
            return Err(format!("{compiler}: {}", String::from_utf8_lossy(&output.stderr)));
        }
        words.push(program.display().to_string());
        Ok(words)
    }
}
