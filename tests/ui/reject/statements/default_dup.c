int f(int a) {
    switch (a) {
        default: default: return 0; //~ duplicate-case
    }
    return 0;
}
int main(void) {
    return 0;
}
