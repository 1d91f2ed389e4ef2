#if A = 1 //~ bad-condition
#endif
int main(void) {
    return 0;
}
