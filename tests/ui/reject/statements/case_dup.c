int f(int a) {
    switch (a) {
        case 1: case 1: return 0; //~ duplicate-case
    }
    return 0;
}
int main(void) {
    return 0;
}
