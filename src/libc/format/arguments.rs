//! Where the arguments of a format come from: the call itself or a `va_list`.

use crate::libc::call::{Call, Context};
use crate::libc::varargs;
use crate::machine::{Stop, Value};
use crate::memory::Pointer;
use crate::sema::tree::NodeId;
use crate::types::Type;

/// One argument.
#[derive(Clone, Copy, Debug)]
pub(super) struct Argument {
    /// Its value.
    pub value: Value,
    /// The type it was passed as.
    pub ty: Type,
    /// Which it is of the call, from 1; none for one of a `va_list`.
    pub number: Option<usize>,
}

impl Argument {
    /// What a message calls it.
    pub(super) fn describe(&self) -> String {
        self.number.map_or_else(|| "the argument".to_owned(), |number| format!("argument {number}"))
    }
}

/// The arguments of a format, taken in order.
pub(in crate::libc) struct Arguments<'a> {
    source: Source<'a>,
    /// Those already seen, for formats with places (`%2$d`).
    seen: Vec<Argument>,
    next: usize,
    /// The call that is under way.
    pub(super) node: NodeId,
}

enum Source<'a> {
    Call { call: &'a Call<'a>, first: usize },
    List(Pointer),
}

impl<'a> Arguments<'a> {
    /// The arguments of a call from this place on.
    pub(in crate::libc) fn of_call(call: &'a Call<'a>, first: usize) -> Arguments<'a> {
        Arguments { source: Source::Call { call, first }, seen: Vec::new(), next: 0, node: call.node }
    }

    /// Those of a function with or without `v`: `place` is where the `va_list`
    /// or the first further argument stands.
    ///
    /// # Errors
    /// If the `va_list` cannot be used.
    pub(in crate::libc) fn from(
        context: &mut Context<'_>,
        call: &'a Call<'a>,
        place: usize,
        listed: bool,
    ) -> Result<Arguments<'a>, Stop> {
        if !listed {
            return Ok(Arguments::of_call(call, place));
        }
        let list = call.pointer(place);
        varargs::usable(context, list)?;
        Ok(Arguments { source: Source::List(list), seen: Vec::new(), next: 0, node: call.node })
    }

    /// The next one.
    pub(super) fn next(&mut self, context: &mut Context<'_>) -> Result<Option<Argument>, Stop> {
        let place = self.next.saturating_add(1);
        self.next = place;
        self.at(context, place)
    }

    /// The one with this number (from 1) among the format's own.
    pub(super) fn at(&mut self, context: &mut Context<'_>, place: usize) -> Result<Option<Argument>, Stop> {
        while self.seen.len() < place {
            let Some(argument) = self.fetch(context)? else { return Ok(None) };
            self.seen.push(argument);
        }
        Ok(place.checked_sub(1).and_then(|at| self.seen.get(at)).copied())
    }

    fn fetch(&mut self, context: &mut Context<'_>) -> Result<Option<Argument>, Stop> {
        match &self.source {
            Source::Call { call, first } => {
                let at = first.saturating_add(self.seen.len());
                let pair = call.arguments.get(at).zip(call.types.get(at));
                Ok(pair.map(|(value, ty)| Argument { value: *value, ty: *ty, number: Some(at.saturating_add(1)) }))
            }
            Source::List(list) => {
                let found = varargs::next(context, *list, self.node)?;
                Ok(found.map(|(value, ty)| Argument { value, ty, number: None }))
            }
        }
    }
}
