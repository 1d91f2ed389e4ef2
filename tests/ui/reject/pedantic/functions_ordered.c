// 6.5.8p2: functions have no order
//@ options: --pedantic-errors
static int one(void) {
    return 1;
}
static int two(void) {
    return 2;
}
int main(void) {
    int (*f)(void) = one, (*g)(void) = two;
    return f < g; //~ function-order
}
