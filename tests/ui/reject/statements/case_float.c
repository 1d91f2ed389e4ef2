int f(int a) {
    switch (a) {
        case 1.0: return 0; //~ not-an-integer
    }
    return 0;
}
int main(void) {
    return 0;
}
