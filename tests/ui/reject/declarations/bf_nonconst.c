int n;
struct s { int a : n; }; //~ not-constant
int main(void) {
    return 0;
}
