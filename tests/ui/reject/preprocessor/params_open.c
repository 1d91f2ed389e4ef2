#define P(a //~ bad-parameters
int main(void) {
    return 0;
}
