struct s { int a; };
struct s { int a; }; //~ redefinition
int main(void) {
    return 0;
}
