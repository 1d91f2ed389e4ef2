// 6.8.6.4p1: return with a value in a void function
//@ options: -W all=error
void f(void) {
    return 1; //~ return-value
}
int main(void) {
    f();
    return 0;
}
