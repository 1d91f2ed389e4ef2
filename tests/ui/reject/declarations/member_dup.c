struct s { int a; int a; }; //~ duplicate-member
int main(void) {
    return 0;
}
