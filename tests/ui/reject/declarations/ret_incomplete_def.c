struct s;
struct s f(void) { //~ incomplete-type
}
int main(void) {
    return 0;
}
