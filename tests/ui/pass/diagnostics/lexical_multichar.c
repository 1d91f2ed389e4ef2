//@ exit: 98
int main(void) {
    return 'ab'; //~ multi-character
}
