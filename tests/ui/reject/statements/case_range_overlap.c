int f(int a) {
    switch (a) {
        case 1 ... 3: return 0;
        case 2: return 1; //~ duplicate-case
    }
    return 0;
}
int main(void) {
    return 0;
}
