struct s { int n; int a[]; int b; }; //~ flexible-member
int main(void) {
    return 0;
}
