/* gcc 12 only warns, so the program runs. */
//@ native: no, the value is only compared
int main(void) {
    int *p = 5; //~ int-to-pointer
    return p == 0;
}
