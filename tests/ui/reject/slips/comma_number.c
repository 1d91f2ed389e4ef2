int main(void) {
    int x = 5,000; //~ syntax-error
    return x;
}
