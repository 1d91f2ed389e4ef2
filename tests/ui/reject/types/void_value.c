static void f(void) {}
int main(void) {
    int n = f(); //~ void-value
    return n;
}
