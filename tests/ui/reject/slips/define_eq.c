#define N = 10
int main(void) {
    int a[N]; //~ syntax-error
    return 0;
}
