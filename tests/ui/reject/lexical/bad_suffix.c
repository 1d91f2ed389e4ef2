int main(void) {
    int x = 12abc; //~ bad-number
    return x;
}
