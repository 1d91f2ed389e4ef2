int main(void) {
    int x = 5； //~ stray-character
    return x;
}
