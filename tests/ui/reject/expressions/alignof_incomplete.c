struct s;
int n = _Alignof(struct s); //~ incomplete-type
int main(void) {
    return 0;
}
