//@ options: --pedantic-errors
struct s { int n; int a[]; };
struct s x = {1, {2, 3}}; //~ flexible-member
int main(void) {
    return 0;
}
