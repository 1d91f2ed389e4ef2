struct s { int a; char a; }; //~ duplicate-member
int main(void) { return 0; }
