int main(void) {
    int a[3] = {1, 2, 3}, s = 0;
    for (int i : a) { //~ syntax-error
        s += i;
    }
    return s;
}
