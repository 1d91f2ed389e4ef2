int f(void) {
    a: return 1;
}
int main(void) {
    goto a; //~ undefined-label
    return 0;
}
