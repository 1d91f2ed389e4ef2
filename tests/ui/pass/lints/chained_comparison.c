int main(void) {
    int x = 5;
    return !(1 < x < 10); //~ chained-comparison
}
