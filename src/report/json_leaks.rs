//! Leaks in the report for programs.

use super::json::{Place, SiteJson, place, site};
use crate::session::{LeakRecord, LifeEvent, Loss, Suggestion};
use crate::source::SourceMap;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct LeakJson<'a> {
    class: &'static str,
    bytes: u64,
    blocks: u64,
    indirect_bytes: u64,
    indirect_blocks: u64,
    allocated: SiteJson<'a>,
    lost: Option<LostJson<'a>>,
    count: u64,
    held_by: Option<&'a str>,
    holders: &'a [String],
    path: Option<&'a str>,
    members: Vec<MemberJson>,
    shape: &'static str,
    nodes: u64,
    record: Option<&'a str>,
    round: Option<&'a str>,
    address_exposed: bool,
    life: Option<Vec<LifeJson<'a>>>,
}

#[derive(Serialize)]
struct LifeJson<'a> {
    event: &'static str,
    #[serde(flatten)]
    place: Place,
    function: &'a str,
    #[serde(rename = "where")]
    holder: Option<&'a str>,
    step: u64,
    count: u64,
}

#[derive(Serialize)]
pub(super) struct SuggestionJson<'a> {
    insertions: Vec<InsertionJson<'a>>,
    blocks_left: u64,
}

#[derive(Serialize)]
struct InsertionJson<'a> {
    #[serde(flatten)]
    place: Place,
    removed: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct LostJson<'a> {
    #[serde(flatten)]
    site: SiteJson<'a>,
    reason: &'static str,
    step: u64,
    place: Option<&'a str>,
    value: Option<&'a str>,
    holder: Option<&'a str>,
    holders: Vec<String>,
}

#[derive(Serialize)]
struct MemberJson {
    #[serde(flatten)]
    place: Place,
    count: u64,
}

/// All that held the last pointers; of elements the first and the last.
fn holders(loss: &Loss) -> Vec<String> {
    match &loss.elements {
        Some(elements) => vec![elements.first(), elements.last()],
        None => loss.holder.iter().chain(&loss.others).cloned().collect(),
    }
}

/// A record.
pub(super) fn leak<'a>(map: &SourceMap, leak: &'a LeakRecord) -> LeakJson<'a> {
    let lost = leak.lost.as_ref().map(|loss| LostJson {
        site: site(map, &loss.site),
        reason: loss.reason.code(),
        step: loss.step,
        place: loss.removed.place.as_deref(),
        value: loss.removed.value.as_deref(),
        holder: loss.holder.as_deref(),
        holders: holders(loss),
    });
    LeakJson {
        class: leak.class.code(),
        bytes: leak.bytes,
        blocks: leak.blocks,
        indirect_bytes: leak.indirect_bytes,
        indirect_blocks: leak.indirect_blocks,
        allocated: site(map, &leak.allocated),
        lost,
        count: leak.count,
        held_by: leak.held_by.first().map(String::as_str),
        holders: &leak.held_by,
        path: leak.path.as_ref().map(|path| path.text.as_str()),
        members: leak.members.iter().map(|m| MemberJson { place: place(map, m.span), count: m.count }).collect(),
        shape: leak.structure.shape.code(),
        nodes: leak.structure.nodes,
        record: leak.record.as_deref(),
        round: leak.round.as_deref(),
        address_exposed: leak.address_exposed,
        life: leak.life.as_ref().map(|life| life.iter().map(|event| station(map, event)).collect()),
    }
}

fn station<'a>(map: &SourceMap, event: &'a LifeEvent) -> LifeJson<'a> {
    LifeJson {
        event: event.what.code(),
        place: place(map, event.span),
        function: &event.function,
        holder: event.place.as_deref(),
        step: event.step,
        count: event.count,
    }
}

/// What `--suggest` found.
pub(super) fn suggestion<'a>(map: &SourceMap, found: &'a Suggestion) -> SuggestionJson<'a> {
    let inserted = found.insertions.iter();
    SuggestionJson {
        insertions: inserted
            .map(|i| InsertionJson { place: place(map, i.span), removed: i.removed, text: i.text.trim() })
            .collect(),
        blocks_left: found.left,
    }
}
