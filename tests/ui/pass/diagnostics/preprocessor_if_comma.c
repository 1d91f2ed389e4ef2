#if 1, 2 //~ bad-condition
#endif
int main(void) {
    return 0;
}
