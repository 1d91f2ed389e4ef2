// 6.5.9p2: that two functions are the same can be asked
//@ options: -W all=error
static int one(void) {
    return 1;
}
static int two(void) {
    return 2;
}
int main(void) {
    int (*f)(void) = one, (*g)(void) = two;
    return f == g || f != one;
}
