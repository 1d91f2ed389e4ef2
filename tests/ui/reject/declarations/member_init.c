struct s { int a = 3; }; //~ syntax-error
int main(void) {
    return 0;
}
