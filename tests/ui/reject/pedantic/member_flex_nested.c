//@ options: --pedantic-errors
struct s { int n; int a[]; };
struct t { struct s x; int y; }; //~ flexible-member
int main(void) {
    return 0;
}
