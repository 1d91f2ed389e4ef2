struct s { int f(void); }; //~ function-member
int main(void) {
    return 0;
}
