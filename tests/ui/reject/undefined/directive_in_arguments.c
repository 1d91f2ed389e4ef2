// 6.10.3p11: directives among the arguments of a macro
//@ options: -W all=error
#define SAME(x) x
int main(void) {
    return SAME(
#ifdef OTHER //~ directive-in-arguments
        1
#else
        0
#endif //~ directive-in-arguments
    );
}
