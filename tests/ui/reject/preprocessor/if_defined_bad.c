#if defined 3 //~ bad-condition
#endif
int main(void) {
    return 0;
}
