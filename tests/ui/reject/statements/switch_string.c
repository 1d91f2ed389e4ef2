int f(char *a) {
    switch (a) { //~ not-an-integer
        case 1: return 0;
    }
    return 0;
}
int main(void) {
    return 0;
}
