#define N 10;
int a[N]; //~ macro-semicolon
int main(void) {
    int x = N;
    return x;
}
