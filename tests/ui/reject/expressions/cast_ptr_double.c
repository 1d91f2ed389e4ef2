int main(void) {
    int a, *p = &a;
    double d = (double)p; //~ invalid-cast
    return 0;
}
