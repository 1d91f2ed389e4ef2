#if 1
#endif foo //~ extra-tokens
int main(void) {
    return 0;
}
