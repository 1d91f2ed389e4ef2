//@ options: --pedantic-errors
#define P(a,...) a
int x = P(1); //~ macro-argument-count
int main(void) {
    return 0;
}
