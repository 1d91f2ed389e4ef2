struct s { int a; int b; } x = {{1, 2}, 3}; //~ braces-around-scalar //~ excess-initializers
int main(void) {
    return 0;
}
