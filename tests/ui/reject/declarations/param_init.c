void f(int x = 3); //~ syntax-error
int main(void) {
    return 0;
}
