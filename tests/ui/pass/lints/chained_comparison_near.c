int main(void) {
    int x = 5;
    return !(1 < x && x < 10) + ((1 < x) < 1);
}
