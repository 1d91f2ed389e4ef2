struct s { int a; } x = {1,2}; //~ excess-initializers
int main(void) {
    return 0;
}
