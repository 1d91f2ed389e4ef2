int main(void) {
    #int a; //~ unknown-directive
    return 0;
}
