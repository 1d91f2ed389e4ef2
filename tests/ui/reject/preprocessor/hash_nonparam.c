#define P(a) #b //~ bad-stringify
int main(void) {
    return 0;
}
