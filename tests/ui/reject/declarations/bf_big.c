struct s { int a : 33; }; //~ bit-field-width
int main(void) {
    return 0;
}
