#define P(a,b) a b
int x = P(1); //~ macro-argument-count
int main(void) {
    return 0;
}
