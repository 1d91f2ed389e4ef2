struct s { _Bool a : 2; }; //~ bit-field-width
int main(void) {
    return 0;
}
