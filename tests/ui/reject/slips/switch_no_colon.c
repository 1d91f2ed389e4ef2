int main(void) {
    int x = 1;
    switch (x) {
        case 1 //~ syntax-error
            return 1;
        default //~ syntax-error
            return 2;
    }
}
