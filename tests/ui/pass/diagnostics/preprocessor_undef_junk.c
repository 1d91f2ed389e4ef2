#undef A B //~ extra-tokens
int main(void) {
    return 0;
}
