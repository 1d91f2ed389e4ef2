//@ options: --pedantic-errors
enum { A = 5000000000 }; //~ enum-value
int main(void) {
    return 0;
}
