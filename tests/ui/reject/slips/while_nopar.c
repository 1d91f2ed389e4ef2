int main(void) {
    int s = 0;
    while s < 10 //~ syntax-error
        s++;
    return s;
}
