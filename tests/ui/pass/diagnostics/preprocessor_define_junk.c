#define A-1 //~ missing-space
int x = 0 A;
int main(void) {
    return 0;
}
