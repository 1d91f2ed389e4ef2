struct s;
int f(struct s *p) {
    p + 1; //~ incomplete-type
    return 0;
}
int main(void) {
    return 0;
}
