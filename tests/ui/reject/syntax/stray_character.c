int main(void) {
    int a = 1 @ 2; //~ stray-character
    return a;
}
