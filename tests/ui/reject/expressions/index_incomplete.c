struct s;
extern struct s *p;
int f(void) {
    p[1]; //~ incomplete-type
    return 0;
}
int main(void) {
    return 0;
}
