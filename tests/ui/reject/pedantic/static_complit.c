//@ options: --pedantic-errors
struct s { int a; };
struct s y = (struct s) { //~ not-constant
    3
};
int main(void) {
    return 0;
}
