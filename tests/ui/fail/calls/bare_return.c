static int sign(int n) {
    if (n > 0) return 1;
    return; //~ return-value
}
int main(void) {
    sign(-1);
    return sign(0); //~ missing-return
}
