//! The results as text, and whether the bars are held.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use super::measure::{Cost, Row};
use super::tools::{CGLASS, GCC, MEMCHECK, Tool};
use super::{EMPTY, JUDGED};
use std::fmt::Write;

/// At most so many times gcc -O0, net, as a geometric mean.
const MOST_OF_GCC: f64 = 8.0;
/// At most so many times Memcheck, net, as a geometric mean.
const MOST_OF_MEMCHECK: f64 = 0.45;
/// The whole process for hello.c, in seconds.
const MOST_FOR_HELLO: f64 = 0.005;

/// A net time is at least this, so that ratios stay finite where a kernel takes no time.
const LEAST: f64 = 1e-4;

/// The tables; `true` if all bars that can be judged are held.
pub fn render(tools: &[&Tool], rows: &[Row], judge: bool) -> (String, bool) {
    let mut out = String::new();
    heading(&mut out, "seconds, whole process", tools);
    for row in rows {
        line(&mut out, &row.name, &row.costs, |cost| format!("{:.4}", cost.seconds));
    }
    heading(&mut out, "peak memory, MiB", tools);
    for row in rows {
        line(&mut out, &row.name, &row.costs, |cost| {
            cost.peak.map_or("-".to_owned(), |kib| format!("{}.{}", kib / 1024, kib % 1024 * 10 / 1024))
        });
    }
    heading(&mut out, "net of hello.c, as a multiple of gcc -O0", tools);
    let nets: Vec<(&str, Vec<Option<f64>>)> =
        rows.iter().filter(|row| row.name != EMPTY).map(|row| (row.name.as_str(), net(row, rows))).collect();
    let gcc = place(tools, GCC);
    for (name, nets) in &nets {
        let base = gcc.and_then(|at| nets.get(at).copied().flatten());
        let ratios: Vec<Option<f64>> = nets.iter().map(|net| Some((*net)? / base?)).collect();
        line(&mut out, name, &ratios, |ratio| format!("{ratio:.2}"));
    }
    let means: Vec<Option<f64>> = (0..tools.len()).map(|at| mean(&nets, Some(at), gcc)).collect();
    line(&mut out, "geomean*", &means, |mean| format!("{mean:.2}"));
    let _ = writeln!(out, "* over {}", JUDGED.join(" "));
    let holds = !judge || bars(&mut out, tools, rows, &nets);
    (out, holds)
}

/// The bars, each with what was measured.
fn bars(out: &mut String, tools: &[&Tool], rows: &[Row], nets: &[(&str, Vec<Option<f64>>)]) -> bool {
    let own = place(tools, CGLASS);
    let hello = rows.iter().find(|row| row.name == EMPTY).and_then(|row| row.costs.get(own?).copied().flatten());
    let judged = [
        ("net, times gcc -O0 ", mean(nets, own, place(tools, GCC)), MOST_OF_GCC),
        ("net, times Memcheck", mean(nets, own, place(tools, MEMCHECK)), MOST_OF_MEMCHECK),
        ("hello.c, seconds   ", hello.map(|cost| cost.seconds), MOST_FOR_HELLO),
    ];
    out.push('\n');
    let mut holds = true;
    for (what, measured, bar) in judged {
        let verdict = match measured {
            None => "not measured".to_owned(),
            Some(measured) => {
                holds &= measured <= bar;
                format!("{measured:.4}  {}", if measured <= bar { "pass" } else { "FAIL" })
            }
        };
        let _ = writeln!(out, "{what}  at most {bar:<6} {verdict}");
    }
    holds
}

fn place(tools: &[&Tool], name: &str) -> Option<usize> {
    tools.iter().position(|tool| tool.name == name)
}

/// Seconds less those of the same tool for hello.c.
fn net(row: &Row, rows: &[Row]) -> Vec<Option<f64>> {
    let empty = rows.iter().find(|row| row.name == EMPTY);
    let less = |(at, cost): (usize, &Option<Cost>)| {
        let start = empty?.costs.get(at).copied().flatten()?.seconds;
        Some(((*cost)?.seconds - start).max(LEAST))
    };
    row.costs.iter().enumerate().map(less).collect()
}

/// The geometric mean of the ratios of two tools over the judged kernels, if all were measured.
fn mean(nets: &[(&str, Vec<Option<f64>>)], one: Option<usize>, other: Option<usize>) -> Option<f64> {
    let mut sum = 0.0;
    for name in JUDGED {
        let (_, nets) = nets.iter().find(|(n, _)| *n == name)?;
        let of = |at: Option<usize>| nets.get(at?).copied().flatten();
        sum += (of(one)? / of(other)?).ln();
    }
    Some((sum / JUDGED.map(|_| 1.0).iter().sum::<f64>()).exp())
}

fn heading(out: &mut String, title: &str, tools: &[&Tool]) {
    let _ = write!(out, "{}{title}\n{:<10}", if out.is_empty() { "" } else { "\n" }, "");
    for tool in tools {
        let _ = write!(out, "{:>12}", tool.name);
    }
    out.push('\n');
}

fn line<T: Copy>(out: &mut String, name: &str, cells: &[Option<T>], show: impl Fn(T) -> String) {
    let _ = write!(out, "{name:<10}");
    for cell in cells {
        let _ = write!(out, "{:>12}", cell.map_or("-".to_owned(), &show));
    }
    out.push('\n');
}
