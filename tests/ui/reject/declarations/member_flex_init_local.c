struct s { int n; int a[]; };
int main(void) {
    struct s x = {1, {2, 3}}; //~ flexible-member
    return 0;
}
