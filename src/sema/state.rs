//! What sema knows while it works.

use super::entity::{Entity, EntityId};
use super::library::Prototypes;
use super::scope::Scopes;
use super::statements::cleanup::{Cleanup, PastCleanups};
use super::tree::{
    Demand, Expr, ExprKind, Function, FunctionId, Global, GlobalId, Label, Local, LocalId, Measured, NodeId, Program,
    Stmt, StringId, StringLiteral, SwitchCase,
};
use super::{Options, tree::CaseId};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{SourceMap, Span};
use crate::types::{FloatKind, IntKind, Quals, RecordId, Type, TypeKind, TypeTable};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

/// An error was reported; whoever receives this stays silent about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reported;

/// A result whose error has been reported already.
pub(super) type Checked<T> = Result<T, Reported>;

/// Expressions, declarators and statements nest no deeper than this here. The
/// parser's limit is lower; this one guards what grows without nesting.
pub(super) const MAX_DEPTH: u32 = 12_000;

/// Types that are needed all the time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Basic {
    pub void: Type,
    pub char: Type,
    pub int: Type,
    pub uint: Type,
    pub long: Type,
    pub ulong: Type,
    pub double: Type,
    pub void_pointer: Type,
}

impl Basic {
    fn new(types: &mut TypeTable) -> Basic {
        let void = types.intern(TypeKind::Void);
        Basic {
            void,
            char: types.int(IntKind::Char),
            int: types.int(IntKind::Int),
            uint: types.int(IntKind::UInt),
            long: types.int(IntKind::Long),
            ulong: types.int(IntKind::ULong),
            double: types.intern(TypeKind::Float(FloatKind::Double)),
            void_pointer: types.pointer(void),
        }
    }
}

/// A label of the function at hand.
#[derive(Debug)]
pub(super) struct LabelState {
    /// Its name.
    pub name: Rc<str>,
    /// Its definition.
    pub defined: Option<Span>,
    /// The first `goto` to it.
    pub used: Option<Span>,
    /// The variable arrays that are in scope where it stands.
    pub scope: Vec<LocalId>,
    /// The variables with a `cleanup` that are in scope where it stands.
    pub cleanups: Vec<LocalId>,
    /// Every `goto` to it, with the variable arrays in scope there.
    pub jumps: Vec<(Span, Vec<LocalId>)>,
}

/// A switch that is open.
#[derive(Debug)]
pub(super) struct SwitchState {
    /// The type its cases are converted to.
    pub ty: Type,
    /// The cases so far.
    pub cases: Vec<SwitchCase>,
    /// The same by their lowest value: the highest, and where it stands.
    pub by_value: BTreeMap<i128, (i128, Span)>,
    /// The default label.
    pub default: Option<(CaseId, Span)>,
    /// The next label's number.
    pub next: u32,
    /// How many blocks were open in its body's own block.
    pub block_depth: usize,
    /// Some label stands deeper.
    pub nested: bool,
    /// How many variable arrays were in scope where it begins.
    pub variable_arrays: usize,
}

/// The function whose body is being analysed.
#[derive(Debug)]
pub(super) struct FunctionState {
    /// Its number; [`None`] until its type is known.
    pub id: Option<FunctionId>,
    /// Its name.
    pub name: Rc<str>,
    /// Where it is defined.
    pub span: Span,
    /// What it returns.
    pub result: Type,
    /// `_Noreturn`
    pub noreturn: bool,
    /// It is an inline definition with external linkage (6.7.4p3).
    pub inline: bool,
    /// Its locals; room for all parameters is made first.
    pub locals: Vec<Local>,
    /// How many parameters are declared so far.
    pub parameters: u32,
    /// The locals of each open block.
    pub blocks: Vec<Vec<LocalId>>,
    /// The variable arrays in scope.
    pub variable_arrays: Vec<LocalId>,
    /// The variables in scope that are to be cleaned up.
    pub cleanups: Vec<Cleanup>,
    /// Every `goto` where there are any.
    pub past_cleanups: Vec<PastCleanups>,
    /// Its labels.
    pub labels: Vec<LabelState>,
    /// The numbers of the visible labels by name.
    pub label_names: HashMap<Rc<str>, u32>,
    /// Open switches.
    pub switches: Vec<SwitchState>,
    /// Open loops.
    pub loops: u32,
    /// Open loops and switches.
    pub breakable: u32,
    /// Lengths of variable arrays to be found before the current declaration or expression.
    pub pending: Vec<Stmt>,
    /// `__func__`, once it is named.
    pub func_name: Option<GlobalId>,
    /// Names already reported as undeclared.
    pub undeclared: HashSet<Rc<str>>,
    /// It contains a call of setjmp.
    pub calls_setjmp: bool,
    /// What its parameters ask of the arguments.
    pub demands: Vec<Demand>,
}

/// The state of the analysis.
pub(super) struct Sema<'a> {
    pub types: TypeTable,
    pub basic: Basic,
    pub nodes: Vec<Span>,
    pub functions: Vec<Function>,
    pub globals: Vec<Global>,
    pub strings: Vec<StringLiteral>,
    pub measured: Vec<Measured>,
    pub entities: Vec<Entity>,
    /// Names with external linkage, over all units.
    pub externals: HashMap<Rc<str>, EntityId>,
    pub scopes: Scopes,
    /// The string literals of the unit at hand.
    pub unit_strings: HashMap<(Rc<[u8]>, u64), StringId>,
    pub function: Option<Box<FunctionState>>,
    /// Above 0 inside the operand of `sizeof` and its like: nothing is evaluated.
    pub unevaluated: u32,
    pub depth: u32,
    /// Above 0 inside the operand of `__extension__`: extensions are meant.
    pub extensions: u32,
    /// While a static object is initialised: where its flexible member's values end.
    pub flexible_end: Option<u64>,
    /// Structs and unions whose members are being read.
    pub open_records: Vec<RecordId>,
    pub prototypes: Prototypes,
    /// Undeclared names reported outside functions.
    pub undeclared: HashSet<Rc<str>>,
    /// Prototypes of the library are being read: nothing is said about them.
    pub quiet: bool,
    pub map: &'a mut SourceMap,
    pub options: Options,
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Sema<'a> {
    pub fn new(map: &'a mut SourceMap, options: Options, diagnostics: &'a mut Vec<Diagnostic>) -> Sema<'a> {
        let mut types = TypeTable::new();
        let basic = Basic::new(&mut types);
        Sema {
            types,
            basic,
            nodes: vec![Span::NONE],
            functions: Vec::new(),
            globals: Vec::new(),
            strings: Vec::new(),
            measured: Vec::new(),
            entities: Vec::new(),
            externals: HashMap::new(),
            scopes: Scopes::default(),
            unit_strings: HashMap::new(),
            function: None,
            unevaluated: 0,
            depth: 0,
            extensions: 0,
            flexible_end: None,
            open_records: Vec::new(),
            prototypes: Prototypes::default(),
            undeclared: HashSet::new(),
            quiet: false,
            map,
            options,
            diagnostics,
        }
    }

    /// The finished program.
    pub fn finish(mut self) -> Program {
        self.measured.sort_by_key(|m| (m.span.lo, m.span.hi));
        let before_main = self.by_priority(|e| e.starts);
        let mut after_main = self.by_priority(|e| e.ends);
        after_main.reverse();
        let main = self.externals.get("main").and_then(|id| self.entities.get(id.index())).and_then(|e| e.function);
        Program {
            types: self.types,
            nodes: self.nodes,
            functions: self.functions,
            globals: self.globals,
            strings: self.strings,
            before_main,
            main,
            after_main,
            measured: self.measured,
        }
    }

    /// The defined functions that have a priority, the lowest first, else in order of definition.
    fn by_priority(&self, priority: impl Fn(&Entity) -> Option<u16>) -> Vec<FunctionId> {
        let mut found: Vec<(u16, u32, FunctionId)> =
            self.entities.iter().filter_map(|e| Some((priority(e)?, e.defined?.lo, e.function?))).collect();
        found.sort_unstable_by_key(|(priority, place, _)| (*priority, *place));
        found.into_iter().map(|(.., id)| id).collect()
    }

    /// Reports an error.
    pub fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>) -> Reported {
        self.report(Diagnostic::error(code, span, message))
    }

    /// Refuses valid C by name.
    pub fn unsupported(&mut self, span: Span, feature: impl Into<String>) -> Reported {
        self.report(Diagnostic::unsupported(span, feature))
    }

    /// Reports a diagnostic of any severity.
    pub fn report(&mut self, mut diagnostic: Diagnostic) -> Reported {
        if self.quiet || (diagnostic.severity == Severity::Warning && self.map.is_built_in(diagnostic.span)) {
            return Reported;
        }
        if diagnostic.pedantic && self.options.pedantic_errors {
            diagnostic.severity = Severity::Error;
        }
        self.diagnostics.push(diagnostic);
        Reported
    }

    /// Warns.
    pub fn warn(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::warning(code, span, message));
    }

    /// Warns of what a constraint forbids and gcc lets pass with a warning.
    pub fn pedantic(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::pedantic(code, span, message));
    }

    /// Refuses what gcc is silent about unless asked for `-pedantic-errors`.
    pub fn strict(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        if self.options.pedantic_errors && self.extensions == 0 {
            self.pedantic(code, span, message);
        }
    }

    /// Tells what C11 leaves undefined and gcc is silent about; refused by `-W all=error`.
    pub fn undefined(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        if self.extensions == 0 {
            self.report(Diagnostic::undefined(code, span, message));
        }
    }

    /// A new node for a place.
    pub fn node(&mut self, span: Span) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(span);
        id
    }

    /// The place of an expression.
    pub fn span_of(&self, expr: &Expr) -> Span {
        usize::try_from(expr.id.0).ok().and_then(|i| self.nodes.get(i)).copied().unwrap_or(Span::NONE)
    }

    /// A new expression.
    pub fn make(&mut self, kind: ExprKind, ty: Type, span: Span) -> Expr {
        Expr { kind, ty, id: self.node(span) }
    }

    /// An int constant.
    pub fn make_int(&mut self, value: i64, ty: Type, span: Span) -> Expr {
        self.make(ExprKind::Int(value), ty, span)
    }

    /// A type as a message names it.
    pub fn show(&self, ty: Type) -> String {
        self.types.print(ty)
    }

    /// Goes one level deeper.
    pub fn enter(&mut self, span: Span) -> Checked<()> {
        if self.depth >= MAX_DEPTH {
            return Err(self.error("nesting-limit", span, "this is nested too deeply"));
        }
        self.depth += 1;
        Ok(())
    }

    /// Comes back from [`Sema::enter`].
    pub fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Adds a local to the function at hand, and to its innermost block unless it
    /// is a parameter or hidden.
    pub fn add_local(&mut self, local: Local, in_block: bool) -> LocalId {
        let Some(function) = &mut self.function else { return LocalId(u32::MAX) };
        let id = LocalId(u32::try_from(function.locals.len()).unwrap_or(u32::MAX));
        function.locals.push(local);
        if in_block && let Some(block) = function.blocks.last_mut() {
            block.push(id);
        }
        id
    }

    /// A local of the function at hand.
    pub fn local_mut(&mut self, id: LocalId) -> Option<&mut Local> {
        self.function.as_mut()?.locals.get_mut(usize::try_from(id.0).ok()?)
    }

    /// Adds an object with static storage duration.
    pub fn add_global(&mut self, global: Global) -> GlobalId {
        let id = GlobalId(u32::try_from(self.globals.len()).unwrap_or(u32::MAX));
        self.globals.push(global);
        id
    }

    /// An object with static storage duration.
    pub fn global_mut(&mut self, id: GlobalId) -> Option<&mut Global> {
        self.globals.get_mut(usize::try_from(id.0).ok()?)
    }

    /// A qualified type; the qualifiers of an array are its element's (6.7.3p9).
    pub fn qualify(&mut self, ty: Type, quals: Quals) -> Type {
        // A function type has none (6.7.3p9); gcc drops them as well.
        if quals == Quals::NONE || self.types.is_function(ty) {
            return ty;
        }
        let mut lengths = Vec::new();
        let mut inner = ty;
        while let TypeKind::Array { element, length } = self.types.kind(inner) {
            lengths.push(*length);
            inner = *element;
        }
        let mut ty = inner.with(quals);
        while let Some(length) = lengths.pop() {
            ty = self.types.array(ty, length);
        }
        ty
    }

    /// The labels of the function at hand, finished.
    pub fn take_labels(state: &mut FunctionState) -> Vec<Label> {
        let label = |l: LabelState| Label { span: l.defined.unwrap_or(Span::NONE), name: l.name };
        std::mem::take(&mut state.labels).into_iter().map(label).collect()
    }
}
