// 6.5.2.2p9: called through a type that differs in a sign
static int f(unsigned n) {
    return n > 5;
}
int main(void) {
    int (*g)(int) = (int (*)(int))f;
    return g(1); //~ call-mismatch
}
