#define P(a) a
int x = P(1,2); //~ macro-argument-count
int main(void) {
    return 0;
}
