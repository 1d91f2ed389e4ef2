int main(void) {
    double d = 1;
    int *p = (int*)d; //~ invalid-cast
    return 0;
}
