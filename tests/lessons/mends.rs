//! The mends that faulty lessons propose: with them nothing is found any more,
//! so the fault that is shown is the only one.

use super::console;
use super::lesson::Lesson;
use std::fs;

/// A mend, as replacements in the text.
pub struct Mend {
    /// The lesson.
    pub name: &'static str,
    /// What stands there, and what is to stand there.
    pub changes: &'static [(&'static str, &'static str)],
}

const fn mend(name: &'static str, changes: &'static [(&'static str, &'static str)]) -> Mend {
    Mend { name, changes }
}

impl Mend {
    /// The mended lesson is clean, whatever counts.
    ///
    /// # Errors
    /// What is found, or that the lesson does not contain what is replaced.
    pub fn holds(&self) -> Result<(), String> {
        let lesson = Lesson::read(self.name)?;
        let mut text = lesson.text.clone();
        for (old, new) in self.changes {
            if text.matches(old).count() != 1 {
                return Err(format!("{}: '{old}' does not stand there exactly once", self.name));
            }
            text = text.replace(old, new);
        }
        let path = super::scratch(self.name, ".mended.c");
        fs::write(&path, text).map_err(|e| e.to_string())?;
        let command = lesson.command_with("-W all=error --leaks-error=definite,cycle,possible,reachable");
        let command = command.replace(&format!("c-examples/{}", self.name), &format!("'{}'", path.display()));
        let seen = console::run(&command, super::root()).map_err(|e| e.to_string())?;
        if seen.code == 0 && seen.text.contains("no errors; ") {
            return Ok(());
        }
        Err(format!("{command}\n{}[exit code {}]", seen.text, seen.code))
    }
}

/// What is to be changed in which lesson.
pub const MENDS: &[Mend] = &[
    mend("segments/literal.c", &[("char *word =", "char word[] =")]),
    mend(
        "segments/const_cast.c",
        &[
            ("static const int limit", "static int limit"),
            ("raise_by_ten(const int *value)", "raise_by_ten(int *value)"),
            ("*(int *)value", "*value"),
        ],
    ),
    mend("stack/overflow.c", &[("if (n == 0)", "if (n <= 0)")]),
    mend("stack/large_local.c", &[("int picture[", "static int picture[")]),
    mend("stack/return_local.c", &[("char text[32];", "static char text[32];")]),
    mend("stack/scope.c", &[("largest = &candidate;", "largest = &values[i];")]),
    mend("heap/seed.c", &[("int main() {", "#include <stdlib.h>\nint main() {")]),
    mend(
        "heap/realloc_moves.c",
        &[("int *best = &scores[3];", "int best = 3;"), ("*best += 5;", "scores[best] += 5;")],
    ),
    mend("leaks/overwritten.c", &[("    text = malloc(7);", "    free(text);\n    text = malloc(7);")]),
    mend(
        "leaks/early_return.c",
        &[("if (copy[0] == '\\0') return 0;", "if (copy[0] == '\\0') { free(copy); return 0; }")],
    ),
    mend(
        "leaks/list_head.c",
        &[
            ("    while (head != NULL) {", "    for (struct node *n = head; n != NULL; n = n->next) {"),
            (
                "head->value);\n        head = head->next;\n    }",
                "n->value);\n    }\n    while (head != NULL) {\n        struct node *next = head->next;\n        free(head);\n        head = next;\n    }",
            ),
        ],
    ),
    mend("leaks/holder_first.c", &[("    free(p);\n    return 0;", "    free(p->name);\n    free(p);\n    return 0;")]),
    mend(
        "leaks/realloc_null.c",
        &[
            (
                "    line = realloc(line, 1000000);\n    if (line == NULL) {",
                "    char *longer = realloc(line, 1000000);\n    if (longer == NULL) {\n        free(line);",
            ),
            ("    free(line);\n    return 0;", "    free(longer);\n    return 0;"),
        ],
    ),
    mend(
        "leaks/ring.c",
        &[(
            "    putchar('\\n');",
            "    putchar('\\n');\n    for (c = first->next; c != first; c = last) {\n        last = c->next;\n        free(c);\n    }\n    free(first);",
        )],
    ),
    mend(
        "leaks/exit_early.c",
        &[
            ("    exit(0);", ""),
            (
                "    if (b == 0) give_up(\"a division by zero\");\n",
                "    if (b == 0) {\n        give_up(\"a division by zero\");\n        return 0;\n    }\n",
            ),
        ],
    ),
    mend("leaks/still_reachable.c", &[("square(9));\n", "square(9));\n    free(table);\n")]),
    mend("errors/uninitialized.c", &[("int sum;", "int sum = 0;")]),
    mend("errors/scanf_failed.c", &[("    scanf(\"%d\", &age);", "    if (scanf(\"%d\", &age) != 1) return 0;")]),
    mend("errors/off_by_one.c", &[("i <= 5", "i < 5")]),
    mend("errors/too_few_bytes.c", &[("malloc(count);", "malloc(count * sizeof *squares);")]),
    mend(
        "errors/null_dereference.c",
        &[("    printf(\"%s: %d\\n\", name", "    if (p != NULL) printf(\"%s: %d\\n\", name")],
    ),
    mend(
        "errors/use_after_free.c",
        &[("    free(name);\n", ""), ("    free(password);", "    free(name);\n    free(password);")],
    ),
    mend("errors/double_free.c", &[("    drop(&b);\n", "")]),
    mend(
        "errors/invalid_free.c",
        &[
            ("    while (*text == ' ') text++;", "    char *rest = text;\n    while (*rest == ' ') rest++;"),
            ("printf(\"%s\\n\", text);", "printf(\"%s\\n\", rest);"),
        ],
    ),
    mend(
        "errors/wild_pointer.c",
        &[
            ("    uintptr_t letters;", "    uintptr_t offset;"),
            ("{5, 0x5f3759df}", "{5, 2}"),
            ("(const char *)message.letters", "\"--hello\" + message.offset"),
        ],
    ),
    mend("errors/division_by_zero.c", &[("return sum / count;", "return count == 0 ? 0 : sum / count;")]),
    mend("errors/signed_overflow.c", &[("int factorial", "long long factorial"), ("= %d\\n", "= %lld\\n")]),
    mend("errors/format_mismatch.c", &[("price: %d", "price: %.2f")]),
    mend("errors/missing_return.c", &[("if (n == 0) return 0;", "if (n == 0) return 0;\n    return -1;")]),
    mend("errors/unsequenced.c", &[("copy[i] = values[i++];", "copy[i] = values[i];\n        i++;")]),
    mend(
        "errors/bits_of_a_float.c",
        &[
            ("#include <stdio.h>", "#include <stdio.h>\n#include <string.h>"),
            ("unsigned *bits = (unsigned *)&f;", "unsigned bits;\n    memcpy(&bits, &f, sizeof bits);"),
            ("f, *bits);", "f, bits);"),
        ],
    ),
    mend("errors/assertion.c", &[("13, 11", "11, 13")]),
    mend(
        "errors/wrong_callback.c",
        &[
            (
                "static void print_pair(int left, int right) { printf(\"%d, %d\\n\", left, right); }",
                "static void print_square(int n) { printf(\"%d\\n\", n * n); }",
            ),
            ("(void (*)(int))print_pair", "print_square"),
        ],
    ),
    mend(
        "errors/closed_file.c",
        &[("    fclose(out);\n", ""), ("all is well\\n\");", "all is well\\n\");\n    fclose(out);")],
    ),
    mend("strings/terminator.c", &[("char code[5];", "char code[6];")]),
    mend("strings/forgotten_byte.c", &[("malloc(strlen(text));", "malloc(strlen(text) + 1);")]),
    mend(
        "strings/too_long.c",
        &[("    strcpy(u->name, name);", "    snprintf(u->name, sizeof u->name, \"%s\", name);")],
    ),
    mend("strings/overlap.c", &[("strcpy(text, text + 1);", "memmove(text, text + 1, strlen(text));")]),
    mend(
        "structures/list_freed_wrongly.c",
        &[
            (
                "for (struct node *n = list; n != NULL; n = n->next)",
                "for (struct node *n = list, *next; n != NULL; n = next)",
            ),
            ("        free(n);", "        next = n->next;\n        free(n);"),
        ],
    ),
    mend(
        "structures/hash_table_removal.c",
        &[
            (
                "    struct entry *e = find(key);\n    free(e);",
                "    struct entry **link = &table[key % CHAINS];\n    while ((*link)->key != key) link = &(*link)->next;\n    struct entry *e = *link;\n    *link = e->next;\n    free(e);",
            ),
            ("find(1)->value);", "find(1)->value);\n    forget(1);"),
        ],
    ),
    mend(
        "python/cycle.c",
        &[
            ("    assign(&a, NULL);\n", "    assign(&a->friend, NULL);\n    assign(&a, NULL);\n"),
            ("b->friend->references", "b->references"),
        ],
    ),
    mend(
        "python/weak_cache.c",
        &[(
            "    if (--p->references == 0) free(p);",
            "    if (--p->references > 0) return;\n    if (last_loaded == p) last_loaded = NULL;\n    free(p);",
        )],
    ),
];
