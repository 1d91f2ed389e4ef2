struct s { int a : -1; }; //~ bit-field-width
int main(void) {
    return 0;
}
