enum { A = 2147483647, B }; //~ enum-value
int main(void) {
    return 0;
}
