struct s { float a : 3; }; //~ bit-field-type
int main(void) {
    return 0;
}
