int main(void) {
    int s = 0;
    do {
        s++;
    } while (s < 10) //~ missing-semicolon
    return s;
}
