struct s { int *a : 3; }; //~ bit-field-type
int main(void) {
    return 0;
}
