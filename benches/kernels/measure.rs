//! Seconds and memory of one kernel under each tool.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use super::tools::Tool;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What one tool took for one kernel.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Wall-clock seconds of the whole process, best of all runs.
    pub seconds: f64,
    /// Most memory it had, in KiB; `None` where the system does not tell.
    pub peak: Option<u64>,
}

/// One kernel under all tools; `None` where a tool could not run it.
pub struct Row {
    /// The kernel.
    pub name: String,
    /// In the order of the tools.
    pub costs: Vec<Option<Cost>>,
}

/// Runs a kernel under all tools in turn, `runs` times.
///
/// # Errors
/// cglass cannot run it, or prints something else than the others.
pub fn kernel(name: &str, source: &Path, tools: &[&Tool], folder: &Path, runs: u32) -> Result<Row, String> {
    let mut commands = Vec::new();
    for tool in tools {
        commands.push(tool.prepare(name, source, folder));
    }
    let mut costs: Vec<Option<Cost>> = vec![None; tools.len()];
    let mut printed: Vec<Option<Vec<u8>>> = vec![None; tools.len()];
    for _ in 0..runs {
        for (((command, cost), printed), tool) in commands.iter().zip(&mut costs).zip(&mut printed).zip(tools) {
            let Ok(command) = command else { continue };
            let (seconds, output) = timed(command).map_err(|e| format!("{name} under {}: {e}", tool.name))?;
            *cost = Some(Cost { seconds: cost.map_or(seconds, |c| c.seconds.min(seconds)), peak: None });
            *printed = Some(output);
        }
    }
    if let [Some(own), others @ ..] = printed.as_slice() {
        for (other, tool) in others.iter().zip(tools.iter().skip(1)) {
            if other.as_ref().is_some_and(|other| other != own) {
                return Err(format!("{name}: cglass and {} print different things", tool.name));
            }
        }
    }
    for (command, cost) in commands.iter().zip(&mut costs) {
        if let (Ok(command), Some(cost)) = (command, cost.as_mut()) {
            cost.peak = counted(command, folder).or_else(|| watched(command));
        }
    }
    Ok(Row { name: name.to_owned(), costs })
}

fn command(words: &[String]) -> Result<Command, String> {
    let (program, arguments) = words.split_first().ok_or("no command")?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stderr(Stdio::null());
    Ok(command)
}

fn timed(words: &[String]) -> Result<(f64, Vec<u8>), String> {
    let mut command = command(words)?;
    let begun = Instant::now();
    let output = command.stdout(Stdio::piped()).output().map_err(|e| e.to_string())?;
    let seconds = begun.elapsed().as_secs_f64();
    if output.status.success() { Ok((seconds, output.stdout)) } else { Err(format!("it ended with {}", output.status)) }
}

/// The most memory a run of its own has, in KiB, as GNU time tells; `None` where that is not installed.
fn counted(words: &[String], folder: &Path) -> Option<u64> {
    let told = folder.join("peak");
    let file = told.display().to_string();
    let mut with_time: Vec<String> = ["/usr/bin/time", "-f", "%M", "-o", &file].map(str::to_owned).to_vec();
    with_time.extend_from_slice(words);
    let status = command(&with_time).ok()?.stdout(Stdio::null()).status().ok()?;
    let text = fs::read_to_string(&told).ok()?;
    if status.success() { text.trim().parse().ok() } else { None }
}

/// The same, by looking again and again while it runs: too coarse for very short runs.
fn watched(words: &[String]) -> Option<u64> {
    let mut child = command(words).ok()?.stdout(Stdio::null()).spawn().ok()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    while child.try_wait().ok()?.is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        most = most.max(now);
        thread::sleep(Duration::from_micros(500));
    }
    most
}
