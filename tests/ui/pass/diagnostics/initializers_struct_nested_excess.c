struct s { int a[2]; int b; } x = {{1,2,3}, 4}; //~ excess-initializers
int main(void) {
    return 0;
}
