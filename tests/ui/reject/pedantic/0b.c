//@ options: --pedantic-errors
int x = 0b101; //~ binary-constant
int main(void) {
    return 0;
}
