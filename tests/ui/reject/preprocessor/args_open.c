#define P(a) a
int x = P(1; //~ unterminated-macro-call //~ missing-expression
int main(void) {
    return 0;
}
