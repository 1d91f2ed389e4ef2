#define P(__VA_ARGS__) 1 //~ bad-va-args
int main(void) {
    return 0;
}
