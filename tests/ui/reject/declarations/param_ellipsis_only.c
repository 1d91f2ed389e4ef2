void f(...); //~ syntax-error
int main(void) {
    return 0;
}
