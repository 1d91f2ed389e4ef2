//@ options: --pedantic-errors
int main(void) {
    int *p = 5; //~ int-to-pointer
    return p != 0;
}
