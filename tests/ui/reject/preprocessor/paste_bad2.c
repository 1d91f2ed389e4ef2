#define P(a,b) a##b
int P(.,x); //~ bad-paste //~ syntax-error
int main(void) {
    return 0;
}
