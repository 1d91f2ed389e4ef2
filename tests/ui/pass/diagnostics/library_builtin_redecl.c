int printf(int x); //~ library-type
int main(void) {
    return 0;
}
