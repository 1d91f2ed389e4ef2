int main(void) {
    int x = 5;
    if (x ≤ 3) return 1; //~ stray-character
    return x;
}
