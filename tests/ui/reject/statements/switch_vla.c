int f(int n) {
    switch (n) {
        int a[n];
        case 1: return 0; //~ jump-into-scope
    }
    return 0;
}
int main(void) {
    return 0;
}
