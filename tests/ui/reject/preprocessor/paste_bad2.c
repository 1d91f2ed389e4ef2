#define P(a,b) a##b
int P(.,x); //~ bad-paste
int main(void) {
    return 0;
}
