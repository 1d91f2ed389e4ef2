struct s { int a; struct { int a; }; }; //~ duplicate-member
int main(void) {
    return 0;
}
