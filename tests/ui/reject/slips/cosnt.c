int main(void) {
    cosnt int x = 1; //~ unknown-word
    return x;
}
