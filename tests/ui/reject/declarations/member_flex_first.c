struct s { int a[]; }; //~ flexible-member
int main(void) {
    return 0;
}
