_Noreturn void f(void) {
    return; //~ noreturn
}
int main(void) {
    return 0;
}
