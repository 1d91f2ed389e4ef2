int main(void) {
    int a \ = 3; //~ stray-character
    return 0;
}
