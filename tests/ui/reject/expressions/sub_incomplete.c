struct s;
int f(struct s *p, struct s *q) {
    return p - q; //~ incomplete-type
}
int main(void) {
    return 0;
}
