int f(a, b); //~ parameter-names
int main(void) {
    return 0;
}
