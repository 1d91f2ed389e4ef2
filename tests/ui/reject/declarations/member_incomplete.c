struct s { struct t x; }; //~ incomplete-type
int main(void) {
    return 0;
}
