#if "a" //~ bad-condition
#endif
int main(void) {
    return 0;
}
