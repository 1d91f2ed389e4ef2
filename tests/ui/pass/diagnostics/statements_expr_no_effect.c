int f(int a) {
    a == 1; //~ unused-comparison
    a; //~ unused-value
    return 0;
}
int main(void) {
    return 0;
}
