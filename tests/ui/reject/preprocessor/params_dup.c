#define P(a,a) a //~ duplicate-parameter
int main(void) {
    return 0;
}
