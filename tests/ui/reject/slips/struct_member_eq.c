struct point { int x = 0; int y = 0; }; //~ syntax-error //~ syntax-error
int main(void) {
    struct point p;
    return 0;
}
