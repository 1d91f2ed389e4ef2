struct s { int a; } x;
struct s y = x; //~ not-constant
int main(void) {
    return 0;
}
