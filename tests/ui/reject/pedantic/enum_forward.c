//@ options: --pedantic-errors
enum e; //~ enum-forward
enum e { A };
int main(void) {
    return 0;
}
