#ifdef A B //~ extra-tokens
#endif
int main(void) {
    return 0;
}
