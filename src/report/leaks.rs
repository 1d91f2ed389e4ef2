//! Leaks as text.

use super::excerpt::{self, Row};
use super::headline;
use super::life;
use super::loss;
use super::style::{Paint, Style};
use super::words::{amount, bytes_in_blocks, number};
use crate::memory::Reason;
use crate::session::{LeakClass, LeakRecord, Site};
use crate::source::SourceMap;

/// Callers that are named of a chain unless all are asked for.
const CALLERS_SHOWN: usize = 3;

/// What to do about a block that can still be reached.
const REACHABLE: &str = "Try: Free it before the program ends, unless it is meant to live as long as the program.";

/// And about one that only a pointer into its middle leads to.
const POSSIBLE: &str = "Try: Keep a pointer to the start of the block: only that can be given to free.";

/// The text of one leak; `full` shows all calls and members.
pub(super) fn leak(map: &SourceMap, leak: &LeakRecord, full: bool, style: Style) -> String {
    let colour = if leak.class == LeakClass::Reachable { Paint::Strong } else { Paint::Yellow };
    let title = format!("leak[{}]", leak.class.code());
    let head = style.wrap("", &format!("{title}: {}", headline::sentence(leak)));
    let mut out = head.replacen(&title, &style.paint(colour, &title), 1);
    // The first row names the file; what is in the same one has its line alone.
    let home = map.place(leak.allocated.span).file;
    let allocated = format!("allocated here{}", callers(map, &leak.allocated, &home, true, full));
    let mut rows = vec![Row { span: leak.allocated.span, message: allocated }];
    if let Some(call) = leak.allocated.stack.get(leak.wrappers).filter(|_| leak.wrappers > 0) {
        let wrapper = leak.allocated.stack.get(leak.wrappers.saturating_sub(1));
        let name = wrapper.map_or("it", |entry| entry.function.as_str());
        rows.push(Row { span: call.span, message: format!("in this call of '{name}'") });
    }
    if full {
        let others = leak.members.iter().filter(|member| member.span != leak.allocated.span);
        rows.extend(others.map(|member| Row {
            span: member.span,
            message: format!("{} of the cycle allocated here", amount(member.count, "block")),
        }));
    }
    if let Some(loss) = &leak.lost {
        // Of a return the sentence names the function already.
        let callers = callers(map, &loss.site, &home, loss.reason != Reason::Return, full);
        rows.push(Row { span: loss.site.span, message: loss::sentence(leak, loss) + &callers });
    }
    out.push_str(&excerpt::rows(map, &rows, "  ", style));
    if let Some(loss) = &leak.lost {
        out.push_str(&style.wrap("  ", &format!("Try: {}", loss::advice(map, leak, loss))));
    }
    match leak.class {
        LeakClass::Reachable => out.push_str(&style.wrap("  ", REACHABLE)),
        LeakClass::Possible => out.push_str(&style.wrap("  ", POSSIBLE)),
        LeakClass::Definite | LeakClass::Cycle => {}
    }
    if let Some(life) = life::sentence(map, leak).filter(|_| full) {
        out.push_str(&style.wrap("  ", &life));
    }
    if leak.class == LeakClass::Possible && leak.address_exposed {
        out.push_str(&style.wrap("  ", "Its address was cast to an integer at some time."));
    }
    out
}

/// `, in make, called from main (line 9)`; nothing for a place in main itself.
fn callers(map: &SourceMap, site: &Site, home: &str, named: bool, full: bool) -> String {
    let callers = site.stack.get(1..).unwrap_or(&[]);
    if callers.is_empty() {
        return String::new();
    }
    let shown = if full { callers.len() } else { CALLERS_SHOWN };
    let mut text = if named { format!(", in {}", site.function) } else { String::new() };
    for (i, caller) in callers.iter().take(shown).enumerate() {
        text.push_str(if i == 0 { ", called from " } else { ", from " });
        text.push_str(&caller.function);
        let place = excerpt::nearby(map, caller.span, home);
        if !place.is_empty() {
            text.push_str(&format!(" ({place})"));
        }
    }
    if callers.len() > shown {
        text.push_str(", …");
    }
    text
}

/// One line for all leaks together.
pub(super) fn summary(leaks: &[&LeakRecord], style: Style) -> String {
    let blocks_of = |leak: &LeakRecord| leak.blocks.saturating_add(leak.indirect_blocks);
    let mut parts = Vec::new();
    for class in LeakClass::ALL {
        let blocks: u64 = leaks.iter().filter(|leak| leak.class == class).map(|leak| blocks_of(leak)).sum();
        if blocks > 0 {
            parts.push(format!("{} {}", number(blocks), class.code()));
        }
    }
    let bytes = leaks.iter().map(|leak| leak.bytes.saturating_add(leak.indirect_bytes)).sum();
    let blocks = leaks.iter().map(|leak| blocks_of(leak)).sum();
    style.wrap("", &format!("leaks: {} never freed ({})", bytes_in_blocks(bytes, blocks), parts.join(", ")))
}
