struct s;
struct s f(void);
int g(void) {
    f(); //~ incomplete-type
    return 0;
}
int main(void) {
    return 0;
}
