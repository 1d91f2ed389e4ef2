// 6.5.2.2p6: without a prototype a sign more is all right; a function pointer cast back
//@ options: -W all=error
static int f(n)
unsigned n;
{
    return n > 5;
}
static int g(unsigned n) {
    return n > 5;
}
int main(void) {
    int (*as_other)(int) = (int (*)(int))g;
    return f(1) + ((int (*)(unsigned))as_other)(1u);
}
