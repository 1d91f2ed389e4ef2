#define P(a) ## a //~ bad-paste
int main(void) {
    return 0;
}
