#define P(a,b) a##b
int x = P(+,3); //~ bad-paste
int main(void) {
    return 0;
}
