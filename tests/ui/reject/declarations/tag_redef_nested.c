struct s { struct s { int a; } b; }; //~ redefinition
int main(void) {
    return 0;
}
