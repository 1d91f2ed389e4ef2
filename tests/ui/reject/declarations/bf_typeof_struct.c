struct t { int q; };
struct s { struct t a : 2; }; //~ bit-field-type
int main(void) {
    return 0;
}
