int f(int a) {
    switch (a) {
        case 3 ... 1: return 0; //~ empty-range
    }
    return 0;
}
int main(void) {
    return 0;
}
