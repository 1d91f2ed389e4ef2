int main(void) {
    int x;
    x = 5,000; //~ comma-in-number
    return x - 5;
}
