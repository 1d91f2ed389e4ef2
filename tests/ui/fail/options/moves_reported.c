//@ options: -W uninitialized-move=warning
int main(void) {
    int a, b;
    b = a; //~ uninitialized-move
    a = 1;
    b = a;
    return b - 1;
}
