int main(void) {
    for (int f(void); ; ) return 0; //~ for-declaration
}
