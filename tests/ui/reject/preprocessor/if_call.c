#if foo(1) //~ bad-condition
#endif
int main(void) {
    return 0;
}
