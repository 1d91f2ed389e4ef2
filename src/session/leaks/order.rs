//! In which order leaks are told: what is lost before what can still be reached,
//! a cause before what it led to, the larger before the smaller, the older before
//! the younger.

use crate::leaks::{Class, Leak, Leaks};
use crate::memory::Tag;
use std::collections::BTreeMap;

/// Groups of equal leaks in the order in which they are told, and the leaks of
/// each by time of allocation.
pub(super) fn ordered<'l>(found: &Leaks, mut groups: Vec<Vec<&'l Leak>>) -> Vec<Vec<&'l Leak>> {
    for group in &mut groups {
        group.sort_by_key(|leak| age(leak));
    }
    groups.sort_by_key(|group| group.first().map(|leak| age(leak)));
    let causes = causes(found, &groups);
    let weights = weights(&groups, &causes);
    let weight = |number: usize| weights.get(number).copied().unwrap_or(0);
    let class = |number: usize| groups.get(number).and_then(|group| group.first()).map(|leak| gravity(leak.class));
    let mut led: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (number, cause) in causes.iter().enumerate() {
        led.entry(*cause).or_default().push(number);
    }
    for siblings in led.values_mut() {
        // Stable: equal ones stay in the order of their allocation.
        siblings.sort_by_key(|number| (class(*number), u64::MAX.saturating_sub(weight(*number))));
    }
    let mut order = Vec::with_capacity(groups.len());
    let mut open: Vec<usize> = led.get(&None).into_iter().flatten().rev().copied().collect();
    while let Some(number) = open.pop() {
        order.push(number);
        open.extend(led.get(&Some(number)).into_iter().flatten().rev());
    }
    let mut groups: Vec<Option<Vec<&Leak>>> = groups.into_iter().map(Some).collect();
    order.into_iter().filter_map(|number| groups.get_mut(number).and_then(Option::take)).collect()
}

fn age(leak: &Leak) -> (u64, u64) {
    (leak.born.step, leak.base)
}

/// What nothing leads to is one rank, be it a cycle or not.
fn gravity(class: Class) -> u8 {
    match class {
        Class::Definite | Class::Cycle => 0,
        Class::Possible => 1,
        Class::Reachable => 2,
    }
}

/// By group: that of the same rank whose block holds the pointer to the group's
/// first block. What lost blocks lead to is part of their own record.
fn causes(found: &Leaks, groups: &[Vec<&Leak>]) -> Vec<Option<usize>> {
    let mut group_of: BTreeMap<Tag, usize> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|leak| (leak.head, number)));
    }
    let class = |number: usize| groups.get(number).and_then(|group| group.first()).map(|leak| leak.class);
    let cause = |number: usize, group: &Vec<&Leak>| {
        let first = group.first().filter(|leak| matches!(leak.class, Class::Possible | Class::Reachable))?;
        let holder = *group_of.get(&found.path(first.head)?.holder()?)?;
        (holder != number && class(holder) == Some(first.class)).then_some(holder)
    };
    let mut causes: Vec<Option<usize>> = Vec::with_capacity(groups.len());
    for (number, group) in groups.iter().enumerate() {
        // Two groups may each lead to a part of the other: the later is not its cause.
        let found = cause(number, group).filter(|holder| !leads_back(&causes, *holder, number));
        causes.push(found);
    }
    causes
}

/// Is `number` among the causes of `holder`?
fn leads_back(causes: &[Option<usize>], holder: usize, number: usize) -> bool {
    let mut at = Some(holder);
    for _ in 0..=causes.len() {
        match at {
            Some(one) if one == number => return true,
            Some(one) => at = causes.get(one).copied().flatten(),
            None => return false,
        }
    }
    true
}

/// The bytes of each group and of all that it is the cause of.
fn weights(groups: &[Vec<&Leak>], causes: &[Option<usize>]) -> Vec<u64> {
    let bytes = |leak: &&Leak| leak.bytes.saturating_add(leak.indirect_bytes);
    let own: Vec<u64> = groups.iter().map(|group| group.iter().map(bytes).fold(0, u64::saturating_add)).collect();
    let mut weights = own.clone();
    for (number, bytes) in own.iter().enumerate() {
        let mut at = causes.get(number).copied().flatten();
        while let Some(cause) = at {
            if let Some(weight) = weights.get_mut(cause) {
                *weight = weight.saturating_add(*bytes);
            }
            at = causes.get(cause).copied().flatten();
        }
    }
    weights
}
