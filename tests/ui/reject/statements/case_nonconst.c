int f(int a, int b) {
    switch (a) {
        case b: return 0; //~ not-constant
    }
    return 0;
}
int main(void) {
    return 0;
}
