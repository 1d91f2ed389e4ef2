//! A node that was taken out of a list, and leaks: it alone is to be freed, for the nodes
//! after it stay where they were.

use crate::findings::given;
use crate::findings::leaked::{Lost, list};
use crate::findings::lifetime::straight;
use crate::findings::lifetime::too_early::is_name;
use crate::findings::locate::{self, Part};
use crate::sema::tree::{Expr, ExprKind};

/// `free(p);` for the node that `name` holds.
pub(in crate::findings) fn release(lost: &Lost<'_, '_>, name: &str) -> Option<String> {
    Some(format!("{}free({name});", list::data(lost, name)?))
}

/// Does the function store what comes after the node elsewhere: `queue->front = p->next;`?
pub(in crate::findings) fn is_taken_out(lost: &Lost<'_, '_>, name: &str) -> bool {
    let Some(body) = lost.scene.body(lost.function).filter(|_| is_name(name)) else { return false };
    let Some(straight::Root::Local(id)) = lost.pointer(lost.function, name) else { return false };
    // The node by its name, and by what the name was given: `p`, `queue->front`.
    let mut held: Vec<String> = given::values(body, id).into_iter().filter_map(|e| lost.text(e)).collect();
    held.push(name.to_owned());
    let is_rest = |text: &str| {
        let after = held.iter().find_map(|held| text.strip_prefix(held.as_str())?.strip_prefix("->"));
        after.is_some_and(|member| lost.block.links.iter().any(|link| link == member))
    };
    locate::any(Part::Block(&body.block), |part| {
        let Some(Expr { kind: ExprKind::Assign { left, right }, .. }) = part.expr() else { return false };
        let kept = match left.kind {
            ExprKind::Local(local) => local != id && lost.text(left).is_some_and(|to| held.contains(&to)),
            _ => true,
        };
        kept && lost.text(right).is_some_and(|from| is_rest(&from))
    })
}
