int main(void) {
    int x = 089; //~ bad-number
    return x;
}
