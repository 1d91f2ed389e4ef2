int main(void) {
    register int f(void); //~ storage-class
    return 0;
}
