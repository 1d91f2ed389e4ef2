#define P(a) __VA_ARGS__ //~ bad-va-args
int main(void) {
    return 0;
}
