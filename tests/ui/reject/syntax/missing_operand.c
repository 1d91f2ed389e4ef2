int main(void) {
    int a = 1 + ; //~ missing-expression
    return a;
}
