struct s { int a }; //~ missing-semicolon
int main(void) {
    return 0;
}
