struct s { void x; }; //~ incomplete-type
int main(void) {
    return 0;
}
