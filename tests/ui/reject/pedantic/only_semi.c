//@ options: --pedantic-errors
; //~ extra-semicolon
int x;
int main(void) {
    return 0;
}
