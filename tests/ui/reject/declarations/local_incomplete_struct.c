int main(void) {
    struct s x; //~ incomplete-type
    return 0;
}
