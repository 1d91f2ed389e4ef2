#define P(a b) a //~ bad-parameters
int main(void) {
    return 0;
}
