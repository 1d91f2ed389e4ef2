int main(void) {
    `int a; //~ stray-character
    return 0;
}
