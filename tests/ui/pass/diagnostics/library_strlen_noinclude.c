//@ exit: 3
int main(void) {
    return strlen("abc"); //~ missing-include
}
