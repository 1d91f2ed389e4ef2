struct s { int a : 0; }; //~ bit-field-width
int main(void) {
    return 0;
}
