void f(struct q *x); //~ hidden-tag
int main(void) {
    return 0;
}
