int main(void) {
    int s = 0;
    for i in range(10): //~ syntax-error
        s += i;
    return s;
}
