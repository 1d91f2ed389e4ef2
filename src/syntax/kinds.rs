//! The kinds of tokens as the grammar sees them: one byte each.
//!
//! pest reads a string in which every token is one ASCII character, so its
//! position is a token's index. `tokens.pest` gives the same bytes names.

use crate::preprocess::token::{Keyword, Punct, Token, TokenKind};

/// One token's kind, as a byte below 128.
pub(super) type Kind = u8;

pub(super) const KW_IF: Kind = 0x0e;
pub(super) const KW_RETURN: Kind = 0x0f;
pub(super) const KW_SWITCH: Kind = 0x10;
pub(super) const KW_WHILE: Kind = 0x11;
pub(super) const KW_SIZEOF: Kind = 0x12;
pub(super) const KW_ALIGNOF: Kind = 0x13;
pub(super) const KW_GENERIC: Kind = 0x14;
pub(super) const KW_STATIC_ASSERT: Kind = 0x15;
pub(super) const KW_ASM: Kind = 0x16;
pub(super) const KW_BUILTIN_VA_ARG: Kind = 0x17;
pub(super) const KW_BUILTIN_OFFSETOF: Kind = 0x18;
pub(super) const KW_BUILTIN_TYPES_COMPATIBLE_P: Kind = 0x19;
pub(super) const KW_BUILTIN_CHOOSE_EXPR: Kind = 0x1a;
pub(super) const KW_LABEL: Kind = 0x1b;
pub(super) const KW_TYPEDEF: Kind = 0x20;
pub(super) const KW_EXTERN: Kind = 0x21;
pub(super) const KW_STATIC: Kind = 0x22;
pub(super) const KW_AUTO: Kind = 0x23;
pub(super) const KW_REGISTER: Kind = 0x24;
pub(super) const KW_THREAD_LOCAL: Kind = 0x25;
pub(super) const KW_INLINE: Kind = 0x26;
pub(super) const KW_NORETURN: Kind = 0x27;
pub(super) const KW_VOID: Kind = 0x28;
pub(super) const KW_CHAR: Kind = 0x29;
pub(super) const KW_SHORT: Kind = 0x2a;
pub(super) const KW_INT: Kind = 0x2b;
pub(super) const KW_LONG: Kind = 0x2c;
pub(super) const KW_FLOAT: Kind = 0x2d;
pub(super) const KW_DOUBLE: Kind = 0x2e;
pub(super) const KW_SIGNED: Kind = 0x2f;
pub(super) const KW_UNSIGNED: Kind = 0x30;
pub(super) const KW_BOOL: Kind = 0x31;
pub(super) const KW_COMPLEX: Kind = 0x32;
pub(super) const KW_IMAGINARY: Kind = 0x33;
pub(super) const KW_INT128: Kind = 0x34;
pub(super) const KW_AUTO_TYPE: Kind = 0x35;
pub(super) const KW_CONST: Kind = 0x36;
pub(super) const KW_VOLATILE: Kind = 0x37;
pub(super) const KW_RESTRICT: Kind = 0x38;
pub(super) const KW_ATOMIC: Kind = 0x39;
pub(super) const KW_STRUCT: Kind = 0x3a;
pub(super) const KW_UNION: Kind = 0x3b;
pub(super) const KW_ENUM: Kind = 0x3c;
pub(super) const KW_TYPEOF: Kind = 0x3d;
pub(super) const KW_ALIGNAS: Kind = 0x3e;
pub(super) const TYPEDEF_NAME: Kind = 0x3f;
pub(super) const KW_ATTRIBUTE: Kind = 0x40;
pub(super) const COMMA: Kind = 0x41;
pub(super) const ASSIGN: Kind = 0x42;
pub(super) const STAR_ASSIGN: Kind = 0x43;
pub(super) const SLASH_ASSIGN: Kind = 0x44;
pub(super) const PERCENT_ASSIGN: Kind = 0x45;
pub(super) const PLUS_ASSIGN: Kind = 0x46;
pub(super) const MINUS_ASSIGN: Kind = 0x47;
pub(super) const SHL_ASSIGN: Kind = 0x48;
pub(super) const SHR_ASSIGN: Kind = 0x49;
pub(super) const AMP_ASSIGN: Kind = 0x4a;
pub(super) const CARET_ASSIGN: Kind = 0x4b;
pub(super) const PIPE_ASSIGN: Kind = 0x4c;
pub(super) const SLASH: Kind = 0x4d;
pub(super) const PERCENT: Kind = 0x4e;
pub(super) const SHL: Kind = 0x4f;
pub(super) const SHR: Kind = 0x50;
pub(super) const LT: Kind = 0x51;
pub(super) const GT: Kind = 0x52;
pub(super) const LE: Kind = 0x53;
pub(super) const GE: Kind = 0x54;
pub(super) const EQ_EQ: Kind = 0x55;
pub(super) const NE: Kind = 0x56;
pub(super) const CARET: Kind = 0x57;
pub(super) const PIPE: Kind = 0x58;
pub(super) const AND_AND: Kind = 0x59;
pub(super) const OR_OR: Kind = 0x5a;
pub(super) const STAR: Kind = 0x5b;
pub(super) const AMP: Kind = 0x5c;
pub(super) const PLUS: Kind = 0x5d;
pub(super) const MINUS: Kind = 0x5e;
pub(super) const TILDE: Kind = 0x5f;
pub(super) const NOT: Kind = 0x60;
pub(super) const INC: Kind = 0x61;
pub(super) const DEC: Kind = 0x62;
pub(super) const KW_EXTENSION: Kind = 0x63;
pub(super) const IDENTIFIER: Kind = 0x64;
pub(super) const INTEGER: Kind = 0x65;
pub(super) const FLOATING: Kind = 0x66;
pub(super) const CHARACTER: Kind = 0x67;
pub(super) const STRING: Kind = 0x68;
pub(super) const LP: Kind = 0x69;
pub(super) const RP: Kind = 0x6a;
pub(super) const LSQ: Kind = 0x6b;
pub(super) const RSQ: Kind = 0x6c;
pub(super) const LB: Kind = 0x6d;
pub(super) const RB: Kind = 0x6e;
pub(super) const DOT: Kind = 0x6f;
pub(super) const ARROW: Kind = 0x70;
pub(super) const QUESTION: Kind = 0x71;
pub(super) const COLON: Kind = 0x72;
pub(super) const SEMI: Kind = 0x73;
pub(super) const ELLIPSIS: Kind = 0x74;
pub(super) const KW_BREAK: Kind = 0x75;
pub(super) const KW_CASE: Kind = 0x76;
pub(super) const KW_CONTINUE: Kind = 0x77;
pub(super) const KW_DEFAULT: Kind = 0x78;
pub(super) const KW_DO: Kind = 0x79;
pub(super) const KW_ELSE: Kind = 0x7a;
pub(super) const KW_FOR: Kind = 0x7b;
pub(super) const KW_GOTO: Kind = 0x7c;

/// The kind of a token. Typedef names look like any identifier here; the marker
/// ([`super::typedefs`]) finds them.
pub(super) fn kind_of(token: &TokenKind) -> Kind {
    match token {
        TokenKind::Identifier(_) => IDENTIFIER,
        TokenKind::Integer(_) => INTEGER,
        TokenKind::Floating(_) => FLOATING,
        TokenKind::Character(_) => CHARACTER,
        TokenKind::String(_) => STRING,
        TokenKind::Keyword(k) => keyword(*k),
        TokenKind::Punct(p) => punct(*p),
    }
}

fn keyword(k: Keyword) -> Kind {
    match k {
        Keyword::Typedef => KW_TYPEDEF,
        Keyword::Extern => KW_EXTERN,
        Keyword::Static => KW_STATIC,
        Keyword::Auto => KW_AUTO,
        Keyword::Register => KW_REGISTER,
        Keyword::ThreadLocal => KW_THREAD_LOCAL,
        Keyword::Inline => KW_INLINE,
        Keyword::Noreturn => KW_NORETURN,
        Keyword::Void => KW_VOID,
        Keyword::Char => KW_CHAR,
        Keyword::Short => KW_SHORT,
        Keyword::Int => KW_INT,
        Keyword::Long => KW_LONG,
        Keyword::Float => KW_FLOAT,
        Keyword::Double => KW_DOUBLE,
        Keyword::Signed => KW_SIGNED,
        Keyword::Unsigned => KW_UNSIGNED,
        Keyword::Bool => KW_BOOL,
        Keyword::Complex => KW_COMPLEX,
        Keyword::Imaginary => KW_IMAGINARY,
        Keyword::Int128 => KW_INT128,
        Keyword::AutoType => KW_AUTO_TYPE,
        Keyword::Const => KW_CONST,
        Keyword::Volatile => KW_VOLATILE,
        Keyword::Restrict => KW_RESTRICT,
        Keyword::Atomic => KW_ATOMIC,
        Keyword::Struct => KW_STRUCT,
        Keyword::Union => KW_UNION,
        Keyword::Enum => KW_ENUM,
        Keyword::Typeof => KW_TYPEOF,
        Keyword::Alignas => KW_ALIGNAS,
        Keyword::Attribute => KW_ATTRIBUTE,
        Keyword::Extension => KW_EXTENSION,
        Keyword::Break => KW_BREAK,
        Keyword::Case => KW_CASE,
        Keyword::Continue => KW_CONTINUE,
        Keyword::Default => KW_DEFAULT,
        Keyword::Do => KW_DO,
        Keyword::Else => KW_ELSE,
        Keyword::For => KW_FOR,
        Keyword::Goto => KW_GOTO,
        Keyword::If => KW_IF,
        Keyword::Return => KW_RETURN,
        Keyword::Switch => KW_SWITCH,
        Keyword::While => KW_WHILE,
        Keyword::Sizeof => KW_SIZEOF,
        Keyword::Alignof => KW_ALIGNOF,
        Keyword::Generic => KW_GENERIC,
        Keyword::StaticAssert => KW_STATIC_ASSERT,
        Keyword::Asm => KW_ASM,
        Keyword::BuiltinVaArg => KW_BUILTIN_VA_ARG,
        Keyword::BuiltinOffsetof => KW_BUILTIN_OFFSETOF,
        Keyword::BuiltinTypesCompatible => KW_BUILTIN_TYPES_COMPATIBLE_P,
        Keyword::BuiltinChooseExpr => KW_BUILTIN_CHOOSE_EXPR,
        Keyword::Label => KW_LABEL,
    }
}

fn punct(p: Punct) -> Kind {
    match p {
        Punct::Comma => COMMA,
        Punct::Assign => ASSIGN,
        Punct::StarAssign => STAR_ASSIGN,
        Punct::SlashAssign => SLASH_ASSIGN,
        Punct::PercentAssign => PERCENT_ASSIGN,
        Punct::PlusAssign => PLUS_ASSIGN,
        Punct::MinusAssign => MINUS_ASSIGN,
        Punct::ShlAssign => SHL_ASSIGN,
        Punct::ShrAssign => SHR_ASSIGN,
        Punct::AmpAssign => AMP_ASSIGN,
        Punct::CaretAssign => CARET_ASSIGN,
        Punct::PipeAssign => PIPE_ASSIGN,
        Punct::Slash => SLASH,
        Punct::Percent => PERCENT,
        Punct::Shl => SHL,
        Punct::Shr => SHR,
        Punct::Lt => LT,
        Punct::Gt => GT,
        Punct::Le => LE,
        Punct::Ge => GE,
        Punct::EqEq => EQ_EQ,
        Punct::Ne => NE,
        Punct::Caret => CARET,
        Punct::Pipe => PIPE,
        Punct::AndAnd => AND_AND,
        Punct::OrOr => OR_OR,
        Punct::Star => STAR,
        Punct::Amp => AMP,
        Punct::Plus => PLUS,
        Punct::Minus => MINUS,
        Punct::Tilde => TILDE,
        Punct::Not => NOT,
        Punct::Inc => INC,
        Punct::Dec => DEC,
        Punct::LParen => LP,
        Punct::RParen => RP,
        Punct::LBracket => LSQ,
        Punct::RBracket => RSQ,
        Punct::LBrace => LB,
        Punct::RBrace => RB,
        Punct::Dot => DOT,
        Punct::Arrow => ARROW,
        Punct::Question => QUESTION,
        Punct::Colon => COLON,
        Punct::Semi => SEMI,
        Punct::Ellipsis => ELLIPSIS,
    }
}

/// The token that is written always the same, for a repair; `None` for names and constants.
pub(super) fn token_of(kind: Kind) -> Option<TokenKind> {
    let keyword = Keyword::ALL.iter().find(|&&k| keyword(k) == kind).map(|&k| TokenKind::Keyword(k));
    keyword.or_else(|| Punct::ALL.iter().find(|&&p| punct(p) == kind).map(|&p| TokenKind::Punct(p)))
}

/// The kinds of all tokens.
pub(super) fn kinds_of(tokens: &[Token]) -> Vec<Kind> {
    tokens.iter().map(|t| kind_of(&t.kind)).collect()
}

/// Can this token only begin or continue declaration specifiers (typedef names included)?
pub(super) fn starts_specifiers(kind: Kind) -> bool {
    (KW_TYPEDEF..=KW_ATTRIBUTE).contains(&kind)
}

/// A keyword that names a type by itself, e.g. `int`.
pub(super) fn is_type_word(kind: Kind) -> bool {
    (KW_VOID..=KW_AUTO_TYPE).contains(&kind)
}

/// `const volatile restrict _Atomic`
pub(super) fn is_qualifier(kind: Kind) -> bool {
    (KW_CONST..=KW_ATOMIC).contains(&kind)
}

/// A keyword that begins a statement and can stand nowhere in an expression.
pub(super) fn starts_statement(kind: Kind) -> bool {
    matches!(
        kind,
        KW_BREAK
            | KW_CASE
            | KW_CONTINUE
            | KW_DEFAULT
            | KW_DO
            | KW_ELSE
            | KW_FOR
            | KW_GOTO
            | KW_IF
            | KW_RETURN
            | KW_SWITCH
            | KW_WHILE
    )
}

/// Operators between two operands, the comma and assignments included.
pub(super) fn is_infix(kind: Kind) -> bool {
    (COMMA..=MINUS).contains(&kind)
}

/// Names, constants and string literals.
pub(super) fn is_leaf(kind: Kind) -> bool {
    (IDENTIFIER..=STRING).contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line of `tokens.pest` that has a spelling gives it the byte it has here.
    #[test]
    fn the_grammar_gives_the_same_bytes() {
        let mut seen = 0;
        for line in include_str!("tokens.pest").lines() {
            let Some((rule, spelling)) = line.split_once(" // ") else { continue };
            let Some(code) = rule.split("\\x").nth(1).and_then(|c| u8::from_str_radix(&c[..2], 16).ok()) else {
                continue;
            };
            let kind = Keyword::from_spelling(spelling)
                .map(keyword)
                .or_else(|| Punct::from_spelling(spelling).map(punct))
                .unwrap_or_else(|| panic!("{spelling} is no token"));
            assert_eq!(kind, code, "{spelling}");
            seen += 1;
        }
        assert_eq!(seen, Keyword::ALL.len() + Punct::ALL.len());
    }
}
