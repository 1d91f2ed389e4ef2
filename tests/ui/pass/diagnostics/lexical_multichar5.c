//@ exit: 101
int main(void) {
    return 'abcde'; //~ multi-character
}
