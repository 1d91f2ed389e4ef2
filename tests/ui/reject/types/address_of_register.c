int main(void) {
    register int n = 5;
    return *&n; //~ register-address
}
