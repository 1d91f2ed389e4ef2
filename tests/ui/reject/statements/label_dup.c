int f(int n) {
    a: ;
    {
        a: ; //~ duplicate-label
    }
    return 0;
}
int main(void) {
    return 0;
}
