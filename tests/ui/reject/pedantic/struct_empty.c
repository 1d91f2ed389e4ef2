//@ options: --pedantic-errors
struct s {}; //~ empty-struct
int main(void) {
    return 0;
}
