//! Local time: by the variable TZ where the program may see it or set it, else UTC.

use super::calendar::{self, Broken};
use super::zone::{Clock, Zone};
use crate::libc::{Call, Context, Next, stdlib};
use crate::machine::Stop;
use crate::memory::{I64, Pointer, Trap};
use crate::sema::tree::NodeId;

/// Room for the name of a zone; a longer one is cut.
pub(super) const NAME_SIZE: u64 = 32;

/// Which of the library's objects holds the name of which clock.
const NAME_GMT: usize = 0;
const NAME_STANDARD: usize = 1;
const NAME_SUMMER: usize = 2;
/// How many there are.
pub(super) const NAMES: u32 = 3;

/// What a clock shows besides the time.
pub(super) struct Shown {
    /// Seconds ahead of UTC.
    pub offset: i64,
    /// The name of the zone, where the program finds it.
    pub name: Pointer,
    /// Summer time is in force.
    pub summer: bool,
}

/// The zone in force now: glibc looks at TZ in each of these functions.
fn zone(context: &mut Context<'_>) -> Zone {
    if let Some(text) = stdlib::variable(context, b"TZ") {
        return Zone::parse(&text);
    }
    let offset = i64::from(context.machine.host.utc_offset(0));
    let mut zone = Zone::parse(b"");
    if offset != 0 {
        let minutes = offset.saturating_abs().div_euclid(60);
        let sign = if offset < 0 { '-' } else { '+' };
        let name = format!("{sign}{:02}{:02}", minutes.div_euclid(60), minutes.rem_euclid(60)).into_bytes();
        zone.standard = Clock { name, offset };
    }
    zone
}

fn name(context: &mut Context<'_>, number: usize, text: &[u8], node: NodeId) -> Result<Pointer, Trap> {
    let place = context.state.object("time zone", number);
    let most = usize::try_from(NAME_SIZE).unwrap_or(1).saturating_sub(1);
    let mut bytes: Vec<u8> = text.iter().take(most).copied().collect();
    bytes.push(0);
    context.machine.memory.write(place, &bytes, node)?;
    Ok(place)
}

/// What `gmtime` shows.
pub(super) fn universal(context: &mut Context<'_>, node: NodeId) -> Result<Shown, Stop> {
    Ok(Shown { offset: 0, name: name(context, NAME_GMT, b"GMT", node)?, summer: false })
}

/// What the local clock shows at a time.
pub(super) fn shown(context: &mut Context<'_>, time: i64, node: NodeId) -> Result<Shown, Stop> {
    let zone = zone(context);
    let names = announce(context, &zone, node)?;
    let (clock, summer) = zone.at(time);
    Ok(Shown { offset: clock.offset, name: if summer { names.1 } else { names.0 }, summer })
}

/// The time that a local broken-down time stands for; `summer` is its `tm_isdst`.
pub(super) fn seconds(context: &mut Context<'_>, broken: &Broken, summer: i64) -> i64 {
    zone(context).time_of(calendar::seconds(broken), summer)
}

/// Sets `tzname`, `timezone` and `daylight`; gives the names.
fn announce(context: &mut Context<'_>, zone: &Zone, node: NodeId) -> Result<(Pointer, Pointer), Stop> {
    let standard = name(context, NAME_STANDARD, &zone.standard.name, node)?;
    let summer = match &zone.summer {
        Some((clock, ..)) => name(context, NAME_SUMMER, &clock.name, node)?,
        None => standard,
    };
    context.set_int_variable("daylight", i64::from(zone.summer.is_some()), node)?;
    if let Some(place) = context.variable_place("timezone") {
        context.machine.memory.put::<I64>(place, zone.standard.offset.saturating_neg(), node)?;
    }
    if let Some(place) = context.variable_place("tzname") {
        context.machine.memory.put_pointer(place, standard, node)?;
        context.machine.memory.put_pointer(place.offset(8), summer, node)?;
    }
    Ok((standard, summer))
}

/// What `tzname` says before any of these functions was called.
pub(in crate::libc) fn begin(context: &mut Context<'_>) -> Result<(), Stop> {
    let unknown = Zone::parse(b"GMT");
    announce(context, &unknown, NodeId::NONE)?;
    Ok(())
}

/// `tzset` (POSIX).
pub(super) fn tzset(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let zone = zone(context);
    announce(context, &zone, call.node)?;
    Ok(Next::VOID)
}
