struct s { int a; } x;
int f(void) {
    switch (x) { //~ not-an-integer
        case 1: return 0;
    }
    return 0;
}
int main(void) {
    return 0;
}
