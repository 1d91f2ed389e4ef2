void f(void, int); //~ void-parameter
int main(void) {
    return 0;
}
