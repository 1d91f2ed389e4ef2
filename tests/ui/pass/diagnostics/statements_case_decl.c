int f(int n) {
    switch (n) {
        case 1: int x = 3; //~ label-without-statement
        return x;
    }
    return 0;
}
int main(void) {
    return 0;
}
