#if 1/0 //~ bad-condition
#endif
int main(void) {
    return 0;
}
