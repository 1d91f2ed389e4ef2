int main(void) {
    static int f(void); //~ storage-class
    return 0;
}
