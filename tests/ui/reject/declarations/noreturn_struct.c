_Noreturn struct s { int a; }; //~ misplaced-specifier
int main(void) {
    return 0;
}
