//@ options: --pedantic-errors
struct s { int x; } s;
int main(void) {
    (struct s)s; //~ struct-cast
    return 0;
}
