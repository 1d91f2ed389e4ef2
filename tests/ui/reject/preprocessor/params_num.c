#define P(1) 1 //~ bad-parameters
int main(void) {
    return 0;
}
