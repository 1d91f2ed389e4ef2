struct s { int a; } x;
int main(void) {
    int a[3];
    return a[x]; //~ not-an-integer
}
