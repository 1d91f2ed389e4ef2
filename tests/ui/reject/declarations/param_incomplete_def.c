struct s;
void f(struct s x) { //~ incomplete-type
}
int main(void) {
    return 0;
}
