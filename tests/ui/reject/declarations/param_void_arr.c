void f(void a[]); //~ array-element
int main(void) {
    return 0;
}
