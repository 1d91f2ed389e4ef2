int main(void) {
    char a[] = "one", b[] = "one";
    int p[2] = {1, 2}, q[2] = {1, 2};
    return a == b || p == q; //~ array-comparison //~ array-comparison
}
