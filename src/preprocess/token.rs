//! What the preprocessor hands to the parser.

use crate::source::Span;
use std::rc::Rc;

/// A token of translation phase 7 (6.4), after macro expansion. Adjacent string
/// literals are not yet joined.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the student's text (for text out of a macro: the use).
    pub span: Span,
    /// How far it is indented, if it is the first on its line of the file (for
    /// messages like "missing ';'").
    pub indent: Option<u32>,
}

impl Token {
    /// Is it the first on its line of the file?
    pub fn starts_line(&self) -> bool {
        self.indent.is_some()
    }
}

/// The kinds of tokens.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenKind {
    /// A keyword of C11 or one of gcc's alternative spellings, normalised:
    /// `__inline__` is [`Keyword::Inline`].
    Keyword(Keyword),
    /// An identifier. Universal character names are decoded.
    Identifier(Rc<str>),
    /// An integer constant with its value and type-relevant suffix.
    Integer(IntegerToken),
    /// A floating constant (decimal or hexadecimal).
    Floating(FloatingToken),
    /// A character constant; escapes decoded.
    Character(CharacterToken),
    /// A string literal; escapes decoded, without the final zero.
    String(StringToken),
    /// An operator or a punctuator, digraphs normalised.
    Punct(Punct),
}

/// An integer constant (6.4.4.1). Its type is found by sema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntegerToken {
    /// The value; constants that do not fit 64 bits are refused by the lexer.
    pub value: u64,
    /// Written in decimal (matters for the type).
    pub decimal: bool,
    /// `u` or `U`.
    pub unsigned: bool,
    /// Number of `l`: 0, 1 or 2.
    pub longs: u8,
}

/// A floating constant (6.4.4.2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloatingToken {
    /// The value, already rounded to float where the suffix says so.
    pub value: f64,
    /// The suffix.
    pub suffix: FloatSuffix,
}

/// Suffix of a floating constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatSuffix {
    /// None: double.
    Double,
    /// `f`
    Float,
    /// `l`
    LongDouble,
}

/// The encoding prefix of a character constant or string literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// No prefix.
    Plain,
    /// `u8`
    Utf8,
    /// `u`
    Char16,
    /// `U`
    Char32,
    /// `L`
    Wide,
}

/// A character constant (6.4.4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharacterToken {
    /// Its value as the constant's type has it (`'\xff'` is -1, `'ab'` as gcc computes it).
    pub value: i64,
    /// Its prefix.
    pub encoding: Encoding,
}

/// A string literal (6.4.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StringToken {
    /// The elements: bytes for plain and u8 (UTF-8), code units of 16 or 32 bits otherwise.
    pub units: Rc<[u32]>,
    /// Its prefix.
    pub encoding: Encoding,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $first:literal $(| $more:literal)*),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The usual spelling.
            pub fn spelling(self) -> &'static str {
                match self { $($name::$variant => $first),* }
            }

            /// The one that is spelled so (any of its spellings).
            pub fn from_spelling(text: &str) -> Option<$name> {
                match text { $($first $(| $more)* => Some($name::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// Keywords (6.4.1), with gcc's other spellings.
    Keyword {
        Auto = "auto", Break = "break", Case = "case", Char = "char", Const = "const" | "__const" | "__const__",
        Continue = "continue", Default = "default", Do = "do", Double = "double", Else = "else", Enum = "enum",
        Extern = "extern", Float = "float", For = "for", Goto = "goto", If = "if",
        Inline = "inline" | "__inline" | "__inline__", Int = "int", Long = "long", Register = "register",
        Restrict = "restrict" | "__restrict" | "__restrict__", Return = "return", Short = "short",
        Signed = "signed" | "__signed" | "__signed__", Sizeof = "sizeof", Static = "static", Struct = "struct",
        Switch = "switch", Typedef = "typedef", Union = "union", Unsigned = "unsigned", Void = "void",
        Volatile = "volatile" | "__volatile" | "__volatile__", While = "while",
        Alignas = "_Alignas", Alignof = "_Alignof" | "__alignof" | "__alignof__", Atomic = "_Atomic", Bool = "_Bool",
        Complex = "_Complex" | "__complex__" | "__complex", Generic = "_Generic", Imaginary = "_Imaginary",
        Noreturn = "_Noreturn", StaticAssert = "_Static_assert", ThreadLocal = "_Thread_local" | "__thread",
        Typeof = "typeof" | "__typeof" | "__typeof__", Attribute = "__attribute__" | "__attribute",
        Asm = "asm" | "__asm" | "__asm__", Extension = "__extension__", Int128 = "__int128",
        BuiltinVaArg = "__builtin_va_arg", BuiltinOffsetof = "__builtin_offsetof",
        BuiltinTypesCompatible = "__builtin_types_compatible_p", BuiltinChooseExpr = "__builtin_choose_expr",
        AutoType = "__auto_type", Label = "__label__",
    }
}

words! {
    /// Operators and punctuators (6.4.6) that can stand in phase 7.
    Punct {
        LBracket = "[" | "<:", RBracket = "]" | ":>", LParen = "(", RParen = ")", LBrace = "{" | "<%", RBrace = "}" | "%>",
        Dot = ".", Arrow = "->", Inc = "++", Dec = "--", Amp = "&", Star = "*", Plus = "+", Minus = "-", Tilde = "~",
        Not = "!", Slash = "/", Percent = "%", Shl = "<<", Shr = ">>", Lt = "<", Gt = ">", Le = "<=", Ge = ">=",
        EqEq = "==", Ne = "!=", Caret = "^", Pipe = "|", AndAnd = "&&", OrOr = "||", Question = "?", Colon = ":",
        Semi = ";", Ellipsis = "...", Assign = "=", StarAssign = "*=", SlashAssign = "/=", PercentAssign = "%=",
        PlusAssign = "+=", MinusAssign = "-=", ShlAssign = "<<=", ShrAssign = ">>=", AmpAssign = "&=",
        CaretAssign = "^=", PipeAssign = "|=", Comma = ",",
    }
}
