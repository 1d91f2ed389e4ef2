int main(void) {
    int y = 0;
    int &r = y; //~ syntax-error
    return r;
}
