int f(int n) {
    goto a; //~ jump-into-scope
    int x[n];
    a: return 0;
}
int main(void) {
    return 0;
}
