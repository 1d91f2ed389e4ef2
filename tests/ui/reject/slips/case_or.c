int main(void) {
    int x = 1;
    switch (x) {
        case 1, 2: return 1; //~ syntax-error
    }
    return 0;
}
