int *number(void) {
    static int n = 3;
    return &n;
}
const char *text(void) {
    const char *line = "abc";
    return &line[1];
}
int *same(int *p) {
    return &p[0];
}
int main(void) {
    return *same(number()) - 3 + *text() - 'b';
}
