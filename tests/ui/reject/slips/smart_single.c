int main(void) {
    char c = ‘a’; //~ stray-character
    return c;
}
