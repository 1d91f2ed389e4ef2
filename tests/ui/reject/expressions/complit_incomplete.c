struct s;
int f(void) {
    (struct s) { //~ incomplete-type
        0
    };
    return 0;
}
int main(void) {
    return 0;
}
