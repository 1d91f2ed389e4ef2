#define P(a) a
int x = P(1; //~ unterminated-macro-call
int main(void) {
    return 0;
}
