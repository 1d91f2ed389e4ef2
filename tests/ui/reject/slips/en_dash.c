int main(void) {
    int x = 5 – 3; //~ stray-character
    return x;
}
