struct s { int a; int b; } x = {{1}, {2}}; //~ braces-around-scalar //~ braces-around-scalar
int main(void) {
    return 0;
}
