struct s { int a : 2.0; }; //~ not-an-integer
int main(void) {
    return 0;
}
