struct s;
int f(struct s *p) {
    p++; //~ incomplete-type
    return 0;
}
int main(void) {
    return 0;
}
