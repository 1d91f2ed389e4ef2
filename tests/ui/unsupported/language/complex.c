int main(void) {
    double _Complex z = 0; //~ unsupported
    return 0;
}
