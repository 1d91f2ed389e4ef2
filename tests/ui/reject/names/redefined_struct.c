struct s { int a; };
struct s { int b; }; //~ redefinition
int main(void) { return 0; }
