int main(void) {
    for (int i = 0; i < 3; i++) {
        int sum = i;
        (void)sum;
    }
    return i + sum; //~ undeclared-name //~ undeclared-name
}
