struct { int a; }; //~ empty-declaration
int main(void) {
    return 0;
}
