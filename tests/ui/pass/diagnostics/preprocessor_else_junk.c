#if 1
#else foo //~ extra-tokens
#endif
int main(void) {
    return 0;
}
