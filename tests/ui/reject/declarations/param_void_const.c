void f(const void); //~ void-parameter
int main(void) {
    return 0;
}
