int f(int n) {
    switch (n) {
        case 1: //~ label-without-statement
    }
    return 1;
}
int main(void) {
    return 0;
}
