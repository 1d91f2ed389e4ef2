int main(void) {
    extern int x = 3; //~ extern-initializer
    return x;
}
