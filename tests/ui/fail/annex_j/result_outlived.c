// 6.2.4p8: what a function returned lives to the end of the expression
struct numbers {
    int all[2];
};
static struct numbers make(int n) {
    struct numbers numbers = {{n, n}};
    return numbers;
}
int main(void) {
    int *p = make(1).all;
    return *p; //~ use-after-scope
}
