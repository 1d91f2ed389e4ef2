int main(void) {
    const int n = 1;
    n = 2; //~ const-assignment
    return n;
}
