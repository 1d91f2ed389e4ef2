int main(void) {
    const int a = 1;
    a++; //~ const-assignment
    return 0;
}
