//! Statements that free what an expression points to, and what hangs on it.

use crate::findings;
use crate::memory::Reason;
use crate::sema::tree::Program;
use crate::session::{LeakClass, LeakRecord, Loss, Shape};

/// The statements that might, the most likely first.
pub(super) fn releases(program: &Program, leak: &LeakRecord, loss: &Loss, holder: &str) -> Vec<String> {
    let elements = loss.elements.as_ref().filter(|_| loss.reason != Reason::Overwritten);
    let Some(elements) = elements else { return one(program, leak, holder) };
    let turns = format!("for (int i = {}; i <= {}; i++) ", elements.from, elements.to);
    let each = one(program, leak, &elements.at("i")).into_iter();
    each.map(|text| if several(&text) { format!("{turns}{{ {text} }}") } else { format!("{turns}{text}") }).collect()
}

/// The links, those that lead back by their name last.
fn forward(links: &[String]) -> impl Iterator<Item = &String> {
    let back = |link: &&String| ["prev", "back"].iter().any(|name| link.contains(name));
    links.iter().filter(move |link| !back(link)).chain(links.iter().filter(back))
}

/// Is this more than one statement?
fn several(text: &str) -> bool {
    text.matches(';').count() > 1
}

/// What frees that to which one pointer leads.
fn one(program: &Program, leak: &LeakRecord, holder: &str) -> Vec<String> {
    let mut texts = Vec::new();
    if let Some(record) = &leak.record {
        let functions = findings::freeing_functions(program, record);
        texts.extend(functions.into_iter().map(|function| format!("{function}({holder});")));
    }
    match (leak.structure.shape, &leak.record) {
        (Shape::Single, _) => {
            texts.extend(all_parts(leak, holder).into_iter().map(|parts| format!("{parts}free({holder});")));
        }
        (Shape::List | Shape::DoublyLinked, _) => {
            let data = parts(leak, holder);
            texts.extend(forward(&leak.links).map(|link| {
                format!(
                    "while ({holder}) {{ void *following = {holder}->{link}; {data}free({holder}); {holder} = following; }}"
                )
            }));
        }
        (Shape::Ring, Some(record)) => {
            let (data, last) = (parts(leak, "at"), parts(leak, holder));
            texts.extend(forward(&leak.links).map(|link| {
                format!(
                    "{{ {record} *at = {holder}->{link}; while (at != {holder}) {{ {record} *following = at->{link}; \
                     {data}free(at); at = following; }} {last}free({holder}); }}"
                )
            }));
        }
        _ => {}
    }
    texts
}

/// What frees all that a block leads to, if its parts are all there is. Two parts may
/// be the same block (a list's first and last): then either will do.
fn all_parts(leak: &LeakRecord, holder: &str) -> Vec<String> {
    let each = leak.indirect_blocks.checked_div(leak.count).unwrap_or(0);
    let count = u64::try_from(leak.data.len()).unwrap_or(u64::MAX);
    if each == count {
        return vec![parts(leak, holder)];
    }
    let one = leak.data.iter().map(|part| format!("free({holder}{part}); "));
    if each == 1 { one.collect() } else { Vec::new() }
}

/// What the block leads to besides others of its form: `free(p->name); `.
fn parts(leak: &LeakRecord, holder: &str) -> String {
    if let Some(count) = all_elements(&leak.data) {
        return format!("for (int i = 0; i < {count}; i++) free({holder}[i]); ");
    }
    leak.data.iter().map(|part| format!("free({holder}{part}); ")).collect()
}

/// Are these `[0]`, `[1]` and so on, at least three?
fn all_elements(data: &[String]) -> Option<usize> {
    let ordered = data.iter().enumerate().all(|(i, part)| *part == format!("[{i}]"));
    (ordered && data.len() > 2).then_some(data.len())
}

/// Functions that might free such a tree. Of blocks that point to their parents any
/// member may be the one that does.
pub(super) fn tree_functions(leak: &LeakRecord) -> Vec<String> {
    let Some(record) = &leak.record else { return Vec::new() };
    let left_out: Vec<Option<&String>> =
        if leak.class == LeakClass::Cycle { leak.links.iter().map(Some).collect() } else { vec![None] };
    let function = |parent: Option<&String>| {
        let children = leak.links.iter().filter(|link| Some(*link) != parent);
        let calls: String = children.map(|link| format!("free_tree(tree->{link}); ")).collect();
        let body = format!("if (tree) {{ {calls}{}free(tree); }}", parts(leak, "tree"));
        format!("static void free_tree({record} *tree) {{ {body} }}")
    };
    left_out.into_iter().map(function).collect()
}
