struct s;
int f(struct s *p) {
    return p->x; //~ incomplete-type
}
int main(void) {
    return 0;
}
