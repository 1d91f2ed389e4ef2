//@ options: --pedantic-errors
struct s { int a; } x = {a: 1}; //~ old-designator
int main(void) {
    return 0;
}
